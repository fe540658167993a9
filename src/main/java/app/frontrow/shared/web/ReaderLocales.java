package app.frontrow.shared.web;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Korean or English: what the reader chose by the switch, else what the browser asks for,
 * else English. Programs have no switch, so for them only the header counts.
 */
class ReaderLocales extends AcceptHeaderLocaleResolver {

	static final String COOKIE = "frontrow-language";

	static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN);

	ReaderLocales() {
		setSupportedLocales(LANGUAGES);
		setDefaultLocale(Locale.ENGLISH);
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		if (cookie != null && !ApiPaths.matches(request.getRequestURI())) {
			for (Locale language : LANGUAGES) {
				if (language.getLanguage().equals(cookie.getValue())) {
					return language;
				}
			}
		}
		return super.resolveLocale(asSent(request));
	}

	/** The request saved over a log-in comes back without its headers. */
	private static HttpServletRequest asSent(HttpServletRequest request) {
		HttpServletRequest sent = request;
		while (sent instanceof HttpServletRequestWrapper wrapper
				&& wrapper.getRequest() instanceof HttpServletRequest inner) {
			sent = inner;
		}
		return sent;
	}

}
