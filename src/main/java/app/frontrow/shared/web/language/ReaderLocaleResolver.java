package app.frontrow.shared.web.language;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.http.SiteCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * Chooses Korean or English: the language of the language switch, else the one that the
 * browser asks for, else English. Clients of the API have no switch, so only their
 * {@code Accept-Language} counts.
 */
public final class ReaderLocaleResolver extends AcceptHeaderLocaleResolver {

	private static final SiteCookie COOKIE = new SiteCookie("frontrow-language");

	private static final Duration COOKIE_LIFETIME = Duration.ofDays(365);

	private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN);

	private static final String CHOSEN_LOCALE_ATTRIBUTE = ReaderLocaleResolver.class.getName();

	public ReaderLocaleResolver() {
		setSupportedLocales(LANGUAGES);
		setDefaultLocale(Locale.ENGLISH);
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		if (!ApiPaths.matches(request.getRequestURI())) {
			Object chosen = request.getAttribute(CHOSEN_LOCALE_ATTRIBUTE);
			if (chosen == null) {
				chosen = COOKIE.read(request).orElse("");
			}
			for (Locale language : LANGUAGES) {
				if (language.getLanguage().equals(chosen)) {
					return language;
				}
			}
		}
		try {
			return super.resolveLocale(request);
		}
		catch (RequestRejectedException unreadable) {
			// the header cannot be read, but the error message needs a language
			return LANGUAGES.get(0);
		}
	}

	/**
	 * Stores the chosen language for this request and the next ones. An unsupported
	 * language is ignored.
	 */
	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		if (response == null || locale == null) {
			return;
		}
		String chosen = locale.getLanguage();
		if (LANGUAGES.stream().map(Locale::getLanguage).anyMatch(chosen::equals)) {
			request.setAttribute(CHOSEN_LOCALE_ATTRIBUTE, chosen);
			COOKIE.write(request, response, chosen, COOKIE_LIFETIME);
		}
	}

}
