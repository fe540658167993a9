package app.frontrow.office.web.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.office.webhook.WebhookOfficeService;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.webhooks.WebhookDelivery;
import app.frontrow.webhooks.WebhookEndpoint;
import app.frontrow.webhooks.WebhookType;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which the owners choose which programs get events, and see the answers of
 * these programs.
 */
@PageController
@RequestMapping(WebhookPageController.PATH)
class WebhookPageController {

	static final String PATH = "/office/webhooks";

	private static final String BACK = "redirect:" + PATH;

	private static final int LAST_MESSAGES = 20;

	private final WebhookOfficeService webhooks;

	private final FlashMessageWriter flashes;

	WebhookPageController(WebhookOfficeService webhooks, FlashMessageWriter flashes) {
		this.webhooks = webhooks;
		this.flashes = flashes;
	}

	@GetMapping
	String show(Model model) {
		WebhookForm form = WebhookForm.withAllEvents();
		model.addAttribute("form", form);
		return page(form, model);
	}

	/** The browser comes here if a log-in or an outage interrupted the form. */
	@GetMapping({ "/{id}/remove", "/messages/{id}/replay" })
	String redirectToPage() {
		return BACK;
	}

	@PostMapping
	String add(@ModelAttribute("form") WebhookForm form, BindingResult result, HttpServletResponse response,
			Model model) {
		try {
			if (form.hasUnknownEvents()) {
				throw new InvalidInputException("events", "required");
			}
			model.addAttribute("secret", this.webhooks.add(form.typedAddress(), form.chosen()));
		}
		catch (InvalidInputException invalid) {
			FormErrorMapper.mark(result, invalid);
			FormErrorMapper.answer(response, model, invalid.code(), PATH);
		}
		return page(form, model);
	}

	@PostMapping("/{id}/remove")
	String remove(@PathVariable UUID id, RedirectAttributes redirect) {
		try {
			this.webhooks.remove(id);
			this.flashes.addNotice(redirect, "flash.webhook-removed");
		}
		catch (Refusal refusal) {
			this.flashes.addRefusal(redirect, refusal);
		}
		return BACK;
	}

	@PostMapping("/messages/{id}/replay")
	String replay(@PathVariable long id, RedirectAttributes redirect) {
		try {
			this.webhooks.replay(id);
			this.flashes.addNotice(redirect, "flash.webhook-replayed");
		}
		catch (Refusal refusal) {
			this.flashes.addRefusal(redirect, refusal);
		}
		return BACK;
	}

	private String page(WebhookForm form, Model model) {
		Map<WebhookEndpoint, List<WebhookDelivery>> endpoints = new LinkedHashMap<>();
		this.webhooks.findAll()
			.forEach((endpoint) -> endpoints.put(endpoint, this.webhooks.findLast(endpoint.id(), LAST_MESSAGES)));
		model.addAttribute("endpoints", endpoints);
		model.addAttribute("types", WebhookType.values());
		model.addAttribute("chosen", form.chosen());
		return "office/webhooks";
	}

}
