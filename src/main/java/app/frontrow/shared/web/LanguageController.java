package app.frontrow.shared.web;

import java.time.Duration;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The language switch: remembers the choice and leads back to the page it was made on.
 */
@Controller
class LanguageController {

	private static final Duration LIFE = Duration.ofDays(365);

	/**
	 * A path of this site and nothing else: no host, no backslash, no placeholder, and
	 * what a header can carry.
	 */
	private static final Pattern LOCAL_PATH = Pattern.compile("/(?!/)[!-~&&[^\\\\{}]]{0,2000}");

	@PostMapping("/language")
	String change(@RequestParam String language, @RequestParam(defaultValue = "/") String returnTo,
			HttpServletRequest request, HttpServletResponse response) {
		if (ReaderLocales.LANGUAGES.stream().anyMatch((known) -> known.getLanguage().equals(language))) {
			ResponseCookie cookie = ResponseCookie.from(ReaderLocales.COOKIE, language)
				.path("/")
				.httpOnly(true)
				.secure(request.isSecure())
				.sameSite("Lax")
				.maxAge(LIFE)
				.build();
			response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
		}
		return "redirect:" + (LOCAL_PATH.matcher(returnTo).matches() ? returnTo : "/");
	}

}
