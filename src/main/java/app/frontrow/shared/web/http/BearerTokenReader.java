package app.frontrow.shared.web.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/**
 * The access token in a request's {@code Authorization} header (RFC 6750).
 */
public final class BearerTokenReader {

	private static final Pattern HEADER = Pattern.compile("(?i)bearer +([A-Za-z0-9_-]{43})");

	private BearerTokenReader() {
	}

	/**
	 * The token, if the request carries one that could be ours.
	 */
	public static Optional<String> read(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null) {
			return Optional.empty();
		}
		Matcher matcher = HEADER.matcher(header.strip());
		return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

}
