package app.frontrow.shared.web;

import java.util.regex.Pattern;

/**
 * Addresses that a visitor may be sent back to although they come from the browser.
 */
public final class LocalPath {

	/** No host, no backslash, no placeholder of the framework. */
	private static final Pattern PATH = Pattern.compile("/(?!/)[^\\\\{}\\s\\p{Cntrl}]*");

	private LocalPath() {
	}

	/**
	 * Whether it is a path of this site and nothing else.
	 */
	public static boolean matches(String address) {
		return PATH.matcher(address).matches();
	}

}
