package app.frontrow.shared.web.language;

import java.util.Locale;

import app.frontrow.shared.web.http.LocalPathRules;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Handles the language switch: it stores the chosen language in a cookie and redirects to
 * the page where the reader used the switch.
 */
@Controller
class LanguageController {

	private final LocaleResolver locales;

	LanguageController(LocaleResolver locales) {
		this.locales = locales;
	}

	@PostMapping("/language")
	String change(@RequestParam Locale language, @RequestParam(defaultValue = "/") String returnTo,
			HttpServletRequest request, HttpServletResponse response) {
		this.locales.setLocale(request, response, language);
		return "redirect:" + (LocalPathRules.matches(returnTo) ? returnTo : "/");
	}

}
