package app.frontrow.security.session;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.frontrow.shared.web.api.ApiPaths;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * The browser or program of a log-in, by its {@code User-Agent} header. The header may be
 * wrong. It only helps a member to distinguish the sessions.
 *
 * @param kind whether a browser or a program logged in
 * @param name a short name, for example {@code Firefox · Android}; null if the header has
 * no known name
 */
public record Device(Kind kind, @Nullable String name) implements Serializable {

	private static final long serialVersionUID = 1L;

	/** The session attribute with the device. */
	static final String ATTRIBUTE = "device";

	/** The device of a session from a version that did not store devices. */
	static final Device UNKNOWN = new Device(Kind.BROWSER, null);

	/**
	 * The order matters, because the header of most browsers also names other browsers.
	 */
	private static final List<Sign> BROWSERS = List.of(new Sign("KAKAOTALK", "KakaoTalk"), new Sign("NAVER(", "Naver"),
			new Sign("Whale/", "Whale"), new Sign("SamsungBrowser/", "Samsung Internet"), new Sign("Edg", "Edge"),
			new Sign("OPR/", "Opera"), new Sign("Firefox/", "Firefox"), new Sign("FxiOS/", "Firefox"),
			new Sign("CriOS/", "Chrome"), new Sign("Chrome/", "Chrome"), new Sign("Safari/", "Safari"));

	private static final List<Sign> SYSTEMS = List.of(new Sign("Android", "Android"), new Sign("iPhone", "iPhone"),
			new Sign("iPad", "iPad"), new Sign("Windows", "Windows"), new Sign("CrOS", "ChromeOS"),
			new Sign("Macintosh", "macOS"), new Sign("Linux", "Linux"));

	/** The first product in the header of a program, with its version. */
	private static final Pattern PRODUCT = Pattern.compile("([A-Za-z][A-Za-z0-9._-]{0,39})(?:/([0-9][0-9.]{0,9}))?");

	/**
	 * Returns the device that sends the request.
	 */
	public static Device of(HttpServletRequest request) {
		String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
		return ApiPaths.matches(request) ? new Device(Kind.PROGRAM, program(agent))
				: new Device(Kind.BROWSER, browser(agent));
	}

	private static @Nullable String program(String agent) {
		Matcher product = PRODUCT.matcher(agent);
		if (!product.lookingAt()) {
			return null;
		}
		return (product.group(2) != null) ? product.group(1) + " " + product.group(2) : product.group(1);
	}

	private static @Nullable String browser(String agent) {
		String name = Stream.of(BROWSERS, SYSTEMS)
			.flatMap((signs) -> signs.stream().filter((sign) -> agent.contains(sign.text())).limit(1))
			.map(Sign::name)
			.collect(Collectors.joining(" · "));
		return name.isEmpty() ? null : name;
	}

	/**
	 * Whether a browser or a program logged in.
	 */
	public enum Kind {

		/** A person's browser, with a session cookie. */
		BROWSER,

		/** A program, with an access token. */
		PROGRAM

	}

	private record Sign(String text, String name) {
	}

}
