package app.frontrow.shared.web.page;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;

/**
 * What the frame around every page shows: who looks at it, and where the language switch
 * leads back to.
 */
final class LayoutModel {

	/**
	 * Where the language switch leads back to; a page that answers a POST sets its own.
	 */
	static final String CURRENT_PATH = "here";

	private LayoutModel() {
	}

	static void fill(HttpServletRequest request, Model model) {
		Object viewer = (request.getUserPrincipal() instanceof Authentication login) ? login.getPrincipal() : null;
		model.addAttribute("viewer", viewer);
		model.addAttribute("signedOut", viewer == null);
		if ("GET".equals(request.getMethod())) {
			String query = request.getQueryString();
			model.addAttribute(CURRENT_PATH, request.getRequestURI() + ((query != null) ? "?" + query : ""));
		}
	}

}
