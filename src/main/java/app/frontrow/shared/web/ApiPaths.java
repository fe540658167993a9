package app.frontrow.shared.web;

import jakarta.servlet.http.HttpServletRequest;

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
	 */
	public static boolean matches(String path) {
		return path.equals(ROOT) || path.startsWith(ROOT + "/");
	}

}
