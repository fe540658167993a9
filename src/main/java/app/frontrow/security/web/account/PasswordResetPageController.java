package app.frontrow.security.web.account;

import app.frontrow.security.account.PasswordResetService;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Sets a new password by a recovery code.
 */
@PageController
@RequestMapping(PasswordResetPageController.PATH)
class PasswordResetPageController {

	static final String PATH = "/reset/code";

	private static final String VIEW = "members/reset-code";

	private final PasswordResetService resets;

	private final FlashMessageWriter flashes;

	PasswordResetPageController(PasswordResetService resets, FlashMessageWriter flashes) {
		this.resets = resets;
		this.flashes = flashes;
	}

	@GetMapping
	String form(Model model) {
		model.addAttribute("form", new ResetForm("", "", ""));
		return VIEW;
	}

	@PostMapping
	String reset(@ModelAttribute("form") ResetForm form, BindingResult result, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		try {
			this.resets.resetByCode(form.username(), form.code(), form.newPassword(),
					ClientAddressResolver.resolve(request));
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
		return VIEW;
	}

}
