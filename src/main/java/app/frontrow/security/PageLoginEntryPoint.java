package app.frontrow.security;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Redirects to the log-in page, which says so if a log-in has expired. If htmx asked for
 * a fragment, the whole page is redirected.
 */
class PageLoginEntryPoint extends LoginUrlAuthenticationEntryPoint {

	PageLoginEntryPoint(String loginPage) {
		super(loginPage);
		setFavorRelativeUris(true);
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException, ServletException {
		if (request.getHeader("HX-Request") != null) {
			redirectWholePage(request, response, determineUrlToUseForThisRequest(request, response, failure));
			return;
		}
		super.commence(request, response, failure);
	}

	/** Redirects a member who is logged in. */
	void redirect(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (request.getHeader("HX-Request") != null) {
			redirectWholePage(request, response, getLoginFormUrl());
			return;
		}
		new DefaultRedirectStrategy().sendRedirect(request, response, getLoginFormUrl());
	}

	private static void redirectWholePage(HttpServletRequest request, HttpServletResponse response, String page) {
		response.setHeader("HX-Redirect", request.getContextPath() + page);
		response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
	}

	/** A browser that still has the cookie of a session was logged in. */
	@Override
	protected String determineUrlToUseForThisRequest(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) {
		boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
		return getLoginFormUrl() + (ended ? "?ended" : "");
	}

}
