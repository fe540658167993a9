package app.frontrow.push.web;

import app.frontrow.push.PushSettings;
import app.frontrow.shared.web.page.PageController;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives pages the public key that a browser needs to subscribe. Without it the waiting
 * room offers no calls.
 */
@ControllerAdvice(annotations = PageController.class)
class PushModelAdvice {

	private final PushSettings settings;

	PushModelAdvice(PushSettings settings) {
		this.settings = settings;
	}

	@ModelAttribute
	void addPublicKey(Model model) {
		if (this.settings.isEnabled()) {
			model.addAttribute("pushKey", this.settings.publicKey());
		}
	}

}
