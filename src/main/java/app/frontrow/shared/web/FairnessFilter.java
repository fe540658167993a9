package app.frontrow.shared.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets requests that wait for a thread go first. The container reads the next request of
 * a connection on the same virtual thread, and such a thread is never interrupted. So a
 * client that sends request after request would keep a core, while others wait for a
 * second.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FairnessFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Thread.yield();
		chain.doFilter(request, response);
	}

}
