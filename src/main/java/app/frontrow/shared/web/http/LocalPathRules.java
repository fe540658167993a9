package app.frontrow.shared.web.http;

import java.util.regex.Pattern;

/**
 * Addresses that a visitor may be sent back to although they come from the browser.
 */
public final class LocalPathRules {

	/**
	 * No host, no backslash, no placeholder of the framework, and what a header can
	 * carry.
	 */
	private static final Pattern PATH = Pattern.compile("/(?!/)[!-~&&[^\\\\{}]]{0,2000}");

	private LocalPathRules() {
	}

	/**
	 * Whether it is a path of this site and nothing else.
	 */
	public static boolean matches(String address) {
		return PATH.matcher(address).matches();
	}

}
