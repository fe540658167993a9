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
 * Lets waiting requests run before this one. Tomcat reads the next request of a
 * connection on the same virtual thread, and the JVM never preempts such a thread. So a
 * client that sends request after request would occupy a core, and others would wait for
 * a second.
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
