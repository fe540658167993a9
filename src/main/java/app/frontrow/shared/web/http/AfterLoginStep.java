package app.frontrow.shared.web.http;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;

/**
 * Finishes what a visitor asked for before the log-in. It runs within the request that
 * logs in, so the visitor needs no second press.
 */
public interface AfterLoginStep {

	/**
	 * Finishes it.
	 * @param page path and query of the next page: the one that the visitor returns to,
	 * or the first page of members
	 * @return the page to show instead; empty if the step does not know this page
	 */
	Optional<String> run(String page, Authentication login, HttpServletRequest request, HttpServletResponse response);

}
