package app.frontrow.shared.web.http;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets requests that wait for a thread go first. The container reads the next request of
 * a connection on the same virtual thread, and such a thread is never interrupted. So a
 * client that sends request after request would keep a core, while others wait for a
 * second.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class VirtualThreadYieldFilter implements Filter {

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Thread.yield();
		chain.doFilter(request, response);
	}

}
