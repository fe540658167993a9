package app.frontrow.security.web.account;

import app.frontrow.security.account.PasswordResetLinkService;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.http.ClientAddressResolver;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Asks for a link by mail, and sets a new password by that link.
 */
@PageController
@RequestMapping("/reset")
class ResetLinkPageController {

	private static final String PATH = "/reset";

	private static final String LINK_VIEW = "members/reset-link";

	private final PasswordResetLinkService resets;

	private final FlashMessageWriter flashes;

	ResetLinkPageController(PasswordResetLinkService resets, FlashMessageWriter flashes) {
		this.resets = resets;
		this.flashes = flashes;
	}

	@GetMapping
	String form() {
		return "members/reset-request";
	}

	/** The answer is the same whether or not there is such a member. */
	@PostMapping
	String request(@RequestParam(defaultValue = "") String username, HttpServletRequest request,
			RedirectAttributes redirect) {
		try {
			this.resets.request(username, ClientAddressResolver.resolve(request));
			this.flashes.addNotice(redirect, this.resets.sendsMail() ? "flash.reset-requested" : "flash.reset-no-mail");
		}
		catch (TooManyRequestsException tooMany) {
			this.flashes.addRefusal(redirect, tooMany);
		}
		return "redirect:" + PATH;
	}

	@GetMapping("/link")
	String link(@RequestParam(defaultValue = "") String token, Model model) {
		model.addAttribute("form", new ResetForm("", token, ""));
		return LINK_VIEW;
	}

	@PostMapping("/link")
	String reset(@ModelAttribute("form") ResetForm form, BindingResult result, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		try {
			this.resets.resetByLink(form.code(), form.newPassword(), ClientAddressResolver.resolve(request));
			this.flashes.addNotice(redirect, "flash.password-reset");
			return "redirect:/login";
		}
		catch (InvalidInputException invalid) {
			FormErrorMapper.mark(result, invalid);
			FormErrorMapper.answer(response, model, invalid.code(), PATH);
		}
		catch (TooManyRequestsException tooMany) {
			FormErrorMapper.answer(response, model, tooMany, PATH);
		}
		return LINK_VIEW;
	}

}
