package app.frontrow.shared.web.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import app.frontrow.shared.web.http.SiteCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;

/**
 * Keeps a {@link FlashMessage} in a short-lived cookie until the browser asks for the
 * page that shows it. So no request reads a session only to look for a message.
 */
class CookieFlashMapStore implements FlashMapManager {

	static final SiteCookie COOKIE = new SiteCookie("frontrow-flash");

	private static final Duration COOKIE_LIFETIME = Duration.ofMinutes(1);

	@Override
	public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
		String[] parts = COOKIE.read(request).orElse("").split("\\|", -1);
		if ((parts.length != 3 && parts.length != 4) || !request.getRequestURI().equals(decode(parts[0]))) {
			return null;
		}
		COOKIE.clear(request, response);
		FlashMap flashes = new FlashMap();
		flashes.put(FlashMessage.ATTRIBUTE, new FlashMessage(decode(parts[1]), decodeOptional(parts[2]),
				(parts.length > 3) ? decodeOptional(parts[3]) : null));
		return flashes;
	}

	/**
	 * Stores the message for the page that the visitor is redirected to.
	 * @throws IllegalStateException if there is anything other than one
	 * {@link FlashMessage}, because the cookie cannot store it
	 */
	@Override
	public void saveOutputFlashMap(FlashMap flashes, HttpServletRequest request, HttpServletResponse response) {
		if (flashes.isEmpty()) {
			return;
		}
		if (flashes.size() > 1 || !(flashes.get(FlashMessage.ATTRIBUTE) instanceof FlashMessage flash)
				|| flashes.getTargetRequestPath() == null) {
			throw new IllegalStateException(
					"Only a FlashMessage for a page of this site can be stored, not " + flashes.keySet());
		}
		String value = encode(flashes.getTargetRequestPath()) + "|" + encode(flash.text()) + "|" + encode(flash.code())
				+ ((flash.field() != null) ? "|" + encode(flash.field()) : "");
		COOKIE.write(request, response, value, COOKIE_LIFETIME);
	}

	private static String encode(@Nullable String text) {
		return (text != null) ? URLEncoder.encode(text, StandardCharsets.UTF_8) : "";
	}

	private static String decodeOptional(String text) {
		return text.isEmpty() ? null : decode(text);
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
