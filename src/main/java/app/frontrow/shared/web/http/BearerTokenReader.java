package app.frontrow.shared.web.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/**
 * Reads the access token from the {@code Authorization} header of a request (RFC 6750).
 */
public final class BearerTokenReader {

	private static final Pattern HEADER = Pattern.compile("(?i)bearer +([A-Za-z0-9_-]{43})");

	private BearerTokenReader() {
	}

	/**
	 * Returns the token if the request has one in the form of our tokens.
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
