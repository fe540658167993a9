package app.frontrow.shared.web.api;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UriUtils;

/**
 * Distinguishes requests to the JSON API from requests for pages.
 */
public final class ApiPaths {

	/** The path under which all addresses of the API are. */
	public static final String ROOT = "/api";

	/** The path under which all addresses of this version of the API are. */
	public static final String V1 = ROOT + "/v1";

	private ApiPaths() {
	}

	/**
	 * Returns whether the request is for the JSON API.
	 */
	public static boolean matches(HttpServletRequest request) {
		return matches(request.getRequestURI());
	}

	/**
	 * Returns whether the path is one of the JSON API.
	 * @param path the path as it was sent; it is decoded here, because Spring serves
	 * {@code /%61pi} like {@code /api}
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
