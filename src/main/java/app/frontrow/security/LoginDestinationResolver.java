package app.frontrow.security;

import java.util.Optional;

import app.frontrow.shared.web.http.AfterLoginStep;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * Decides which page a member sees after a log-in, and finishes what the log-in
 * interrupted.
 */
public class LoginDestinationResolver {

	private final RequestCache redirects;

	private final ObjectProvider<AfterLoginStep> steps;

	LoginDestinationResolver(RequestCache redirects, ObjectProvider<AfterLoginStep> steps) {
		this.redirects = redirects;
		this.steps = steps;
	}

	/**
	 * Returns the page to show after the log-in: the one that led to it. If that was a
	 * form, it is the page that carries on from there.
	 * @param otherwise the page if none led to the log-in
	 */
	public String resolve(Authentication login, String otherwise, HttpServletRequest request,
			HttpServletResponse response) {
		SavedRequest saved = this.redirects.getRequest(request, response);
		this.redirects.removeRequest(request, response);
		String page = (saved != null) ? saved.getRedirectUrl() : otherwise;
		return this.steps.orderedStream()
			.map((step) -> step.run(page, login, request, response))
			.flatMap(Optional::stream)
			.findFirst()
			.orElse(page);
	}

}
