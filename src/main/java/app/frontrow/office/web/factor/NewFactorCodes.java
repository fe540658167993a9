package app.frontrow.office.web.factor;

import java.util.List;

import jakarta.servlet.http.HttpSession;

/**
 * Recovery codes that were just made and not shown yet. The session keeps them until the
 * page shows them once.
 */
final class NewFactorCodes {

	private static final String ATTRIBUTE = "frontrow.newFactorCodes";

	private NewFactorCodes() {
	}

	static void keep(HttpSession session, List<String> codes) {
		if (!codes.isEmpty()) {
			session.setAttribute(ATTRIBUTE, String.join(" ", codes));
		}
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
