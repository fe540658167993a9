package app.frontrow.shared.web.http;

import java.io.IOException;

import app.frontrow.shared.web.api.ApiPaths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes the security headers of every answer. It runs before Spring Security, so answers
 * to malformed requests and answers during an outage have them too.
 */
@Component
@Order(SecurityHeadersFilter.ORDER)
public class SecurityHeadersFilter extends OncePerRequestFilter {

	/**
	 * After the filters that read the proxy's headers, and before sessions and Spring
	 * Security.
	 */
	public static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

	private static final String PAGE_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
			+ "frame-ancestors 'none'";

	/**
	 * The style sheet of the Swagger UI contains some pictures as {@code data:}
	 * addresses.
	 */
	private static final String API_DOCS_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
			+ "form-action 'none'; frame-ancestors 'none'";

	private static final String API_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; "
			+ "frame-ancestors 'none'";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		write(request, response);
		chain.doFilter(request, response);
	}

	/**
	 * Tells browsers and proxies to store no copy of the answer.
	 */
	public static void forbidCaching(HttpServletResponse response) {
		response.setHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
		response.setHeader("Pragma", "no-cache");
		response.setHeader("Expires", "0");
	}

	/** Writes the headers to an answer that passes no filter. */
	public static void write(HttpServletRequest request, HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", policy(request));
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("X-Frame-Options", "DENY");
		response.setHeader("Referrer-Policy", "same-origin");
		response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
		response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
		response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
		if (request.isSecure()) {
			response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
		}
	}

	private static String policy(HttpServletRequest request) {
		if (!ApiPaths.matches(request)) {
			return PAGE_POLICY;
		}
		return showsApiDocs(request.getRequestURI()) ? API_DOCS_POLICY : API_POLICY;
	}

	/** An encoded path is not recognised here, so it gets the stricter policy. */
	private static boolean showsApiDocs(String path) {
		return path.startsWith(ApiPaths.ROOT + "/docs") || path.startsWith(ApiPaths.ROOT + "/swagger-ui");
	}

}
