package app.frontrow.shared.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The language switch: remembers the choice and leads back to the page it was made on.
 */
@Controller
class LanguageController {

	private static final Duration LIFE = Duration.ofDays(365);

	@PostMapping("/language")
	String change(@RequestParam String language, @RequestParam(defaultValue = "/") String returnTo,
			HttpServletRequest request, HttpServletResponse response) {
		if (ReaderLocales.LANGUAGES.stream().anyMatch((known) -> known.getLanguage().equals(language))) {
			ReaderLocales.COOKIE.write(request, response, language, LIFE);
		}
		return "redirect:" + (LocalPath.matches(returnTo) ? returnTo : "/");
	}

}
