package app.frontrow.shared.web.page;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;

/**
 * Fills the model of the layout of every page: the visitor, and the address that the
 * language switch returns to.
 */
final class LayoutModel {

	/**
	 * The address that the language switch returns to. A page that answers a POST sets it
	 * itself.
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
