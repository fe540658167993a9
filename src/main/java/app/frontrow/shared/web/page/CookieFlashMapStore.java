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

	/** In characters of the cookie. A letter of Korean needs nine. */
	private static final int MAX_TYPED_LENGTH = 2_000;

	@Override
	public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
		String[] parts = COOKIE.read(request).orElse("").split("\\|", -1);
		if ((parts.length != 3 && parts.length != 6) || !request.getRequestURI().equals(decode(parts[0]))) {
			return null;
		}
		COOKIE.clear(request, response);
		FlashMap flashes = new FlashMap();
		flashes.put(FlashMessage.ATTRIBUTE, new FlashMessage(decode(parts[1]), decodeOptional(parts[2]),
				(parts.length > 3) ? readInput(parts) : null));
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
				+ ((flash.input() != null) ? writeInput(flash.input()) : "");
		COOKIE.write(request, response, value, COOKIE_LIFETIME);
	}

	private static FlashMessage.Input readInput(String[] parts) {
		return new FlashMessage.Input(decode(parts[3]), decodeOptional(parts[4]), decodeOptional(parts[5]));
	}

	/** Browsers drop cookies that are too long, so a long text is left out. */
	private static String writeInput(FlashMessage.Input input) {
		String typed = encode(input.typed());
		return "|" + encode(input.id()) + "|" + encode(input.label()) + "|"
				+ ((typed.length() <= MAX_TYPED_LENGTH) ? typed : "");
	}

	private static String encode(@Nullable String text) {
		return (text != null) ? URLEncoder.encode(text, StandardCharsets.UTF_8) : "";
	}

	private static @Nullable String decodeOptional(String text) {
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
