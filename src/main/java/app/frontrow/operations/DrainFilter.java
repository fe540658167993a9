package app.frontrow.operations;

import java.io.IOException;

import app.frontrow.operations.DrainService.Phase;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * Sends clients of an instance that ends to other instances. No answer of the product has
 * the status 502. So a proxy may take it as the sign to ask another instance, and to
 * leave this one alone.
 */
class DrainFilter implements Filter {

	private final DrainService drain;

	DrainFilter(DrainService drain) {
		this.drain = drain;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Phase phase = this.drain.phase();
		if (phase != Phase.SERVING) {
			HttpServletResponse answer = (HttpServletResponse) response;
			answer.setHeader(HttpHeaders.CONNECTION, "close");
			if (phase == Phase.LEAVING && "GET".equals(((HttpServletRequest) request).getMethod())) {
				answer.setStatus(HttpServletResponse.SC_BAD_GATEWAY);
				return;
			}
		}
		chain.doFilter(request, response);
	}

}
