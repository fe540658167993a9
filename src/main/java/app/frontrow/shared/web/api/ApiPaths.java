package app.frontrow.shared.web.api;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UriUtils;

/**
 * Tells requests to the JSON API from requests for pages.
 */
public final class ApiPaths {

	/** Where the API begins. */
	public static final String ROOT = "/api";

	/** Where this version of the API begins. */
	public static final String V1 = ROOT + "/v1";

	private ApiPaths() {
	}

	/**
	 * Whether the request is for the JSON API.
	 */
	public static boolean matches(HttpServletRequest request) {
		return matches(request.getRequestURI());
	}

	/**
	 * Whether the path is one of the JSON API.
	 * @param path as it was sent; {@code /%61pi} is {@code /api} to whoever serves it, so
	 * it is to be here
	 */
	public static boolean matches(String path) {
		int end = path.indexOf('/', 1);
		String first = decoded((end > 0) ? path.substring(0, end) : path);
		return first.equals(ROOT) || first.startsWith(ROOT + "/");
	}

	private static String decoded(String path) {
		try {
			return UriUtils.decode(path, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException malformed) {
			return path;
		}
	}

}
