package app.frontrow.shared.web.http;

import java.util.regex.Pattern;

/**
 * Checks an address that the browser sent and that the visitor is redirected to. Only a
 * path of this site is safe.
 */
public final class LocalPathRules {

	/**
	 * The path has no host, no backslash and no placeholder of Spring. It has only
	 * characters that are allowed in a header.
	 */
	private static final Pattern PATH = Pattern.compile("/(?!/)[!-~&&[^\\\\{}]]{0,2000}");

	private LocalPathRules() {
	}

	/**
	 * Returns whether the address is a path of this site.
	 */
	public static boolean matches(String address) {
		return PATH.matcher(address).matches();
	}

}
