package app.frontrow.shared.web;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * Korean or English: what the reader chose by the switch, else what the browser asks for,
 * else English. Programs have no switch, so for them only the header counts.
 */
class ReaderLocales extends AcceptHeaderLocaleResolver {

	static final SiteCookie COOKIE = new SiteCookie("frontrow-language");

	static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN);

	ReaderLocales() {
		setSupportedLocales(LANGUAGES);
		setDefaultLocale(Locale.ENGLISH);
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		if (!ApiPaths.matches(request.getRequestURI())) {
			String chosen = COOKIE.read(request).orElse("");
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
			// a refusal is said in some language all the same
			return LANGUAGES.get(0);
		}
	}

}
