package app.frontrow.shared.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.util.WebUtils;

/**
 * Keeps a {@link Flash} in a short-lived cookie until the page it is meant for is asked
 * for. So no request needs a session only to find out that there is nothing to say.
 */
class CookieFlashMaps implements FlashMapManager {

	static final String COOKIE = "frontrow-flash";

	private static final Duration LIFE = Duration.ofMinutes(1);

	@Override
	public FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		if (cookie == null) {
			return null;
		}
		String[] parts = cookie.getValue().split("\\|", -1);
		if (parts.length != 3 || !request.getRequestURI().equals(decode(parts[0]))) {
			return null;
		}
		write(request, response, "", Duration.ZERO);
		FlashMap flashes = new FlashMap();
		flashes.put(Flash.ATTRIBUTE, new Flash(decode(parts[1]), parts[2].isEmpty() ? null : decode(parts[2])));
		return flashes;
	}

	@Override
	public void saveOutputFlashMap(FlashMap flashes, HttpServletRequest request, HttpServletResponse response) {
		if (flashes.get(Flash.ATTRIBUTE) instanceof Flash flash && flashes.getTargetRequestPath() != null) {
			String code = (flash.code() != null) ? flash.code() : "";
			String value = encode(flashes.getTargetRequestPath()) + "|" + encode(flash.text()) + "|" + encode(code);
			write(request, response, value, LIFE);
		}
	}

	private static void write(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
		ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
			.path("/")
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.maxAge(life)
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException tampered) {
			return "";
		}
	}

}
