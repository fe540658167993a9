package app.frontrow.security.web;

import java.util.Locale;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.store.StoreOutageDetector;
import app.frontrow.shared.web.page.FormErrorMapper;
import app.frontrow.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Spring Security checks the password and forwards a refused log-in here.
 */
@PageController
class LoginPageController {

	private static final String VIEW = "members/login";

	private final LocaleResolver locales;

	LoginPageController(LocaleResolver locales) {
		this.locales = locales;
	}

	@GetMapping("/login")
	String form(HttpServletRequest request, Model model) {
		model.addAttribute("form", new LoginForm("", ""));
		model.addAttribute("ended", request.getParameterMap().containsKey("ended"));
		if (request.getParameterMap().containsKey("error")) {
			model.addAttribute("code", ErrorCode.BAD_CREDENTIALS.code());
			FormErrorMapper.markTitle(model);
		}
		return VIEW;
	}

	/** Keeps the typed name but not the password. */
	@PostMapping("/login/language")
	String switchLanguage(@RequestParam(defaultValue = "") String username, @RequestParam Locale language,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		this.locales.setLocale(request, response, language);
		model.addAttribute("form", new LoginForm(username, ""));
		return VIEW;
	}

	/**
	 * Redirects if the browser opens the form's address with GET, for example after a
	 * reload.
	 */
	@GetMapping("/login/language")
	String redirectToLogin() {
		return "redirect:/login";
	}

	@PostMapping("/login/refused")
	String refused(@RequestParam(defaultValue = "") String username,
			@RequestAttribute(name = WebAttributes.AUTHENTICATION_EXCEPTION,
					required = false) @Nullable AuthenticationException failure,
			HttpServletResponse response, Model model) {
		if (failure != null && StoreOutageDetector.isCauseOf(failure)) {
			// without the AuthenticationException, which would lead to the log-in page
			throw new DataAccessResourceFailureException("An account could not be looked up", failure.getCause());
		}
		model.addAttribute("form", new LoginForm(username, ""));
		if (failure != null && failure.getCause() instanceof TooManyRequestsException tooMany) {
			model.addAttribute("wait", tooMany.retryAfterSeconds());
			FormErrorMapper.answer(response, model, tooMany, "/login");
		}
		else {
			FormErrorMapper.answer(response, model, ErrorCode.BAD_CREDENTIALS, "/login");
		}
		return VIEW;
	}

}
