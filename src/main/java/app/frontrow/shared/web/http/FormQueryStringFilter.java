package app.frontrow.shared.web.http;

import java.io.IOException;

import app.frontrow.shared.web.api.ApiPaths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a form whose address has a query string. Tomcat would read form fields from the
 * query string too. But proxies log addresses and browsers keep them in the history, and
 * a password must not appear there. The API reads fields only from JSON bodies.
 */
@Component
@Order(SecurityHeadersFilter.ORDER + 1)
class FormQueryStringFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getQueryString() != null) {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
			return;
		}
		chain.doFilter(request, response);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.POST.matches(request.getMethod()) || ApiPaths.matches(request);
	}

}
