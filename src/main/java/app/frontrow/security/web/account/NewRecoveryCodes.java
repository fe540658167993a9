package app.frontrow.security.web.account;

import java.util.List;

import jakarta.servlet.http.HttpSession;

/**
 * Recovery codes that were just made and that nobody has seen. The session keeps them
 * until the member's next look at their page, and no longer.
 */
public final class NewRecoveryCodes {

	/** The page that shows them. */
	public static final String PATH = "/me/account/recovery-codes";

	private static final String ATTRIBUTE = "frontrow.newRecoveryCodes";

	private NewRecoveryCodes() {
	}

	public static void keep(HttpSession session, List<String> codes) {
		session.setAttribute(ATTRIBUTE, String.join(" ", codes));
	}

	/** Returns them once; afterwards the list is empty. */
	static List<String> take(HttpSession session) {
		if (session.getAttribute(ATTRIBUTE) instanceof String codes) {
			session.removeAttribute(ATTRIBUTE);
			return List.of(codes.split(" "));
		}
		return List.of();
	}

}
