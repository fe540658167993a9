package app.frontrow.shared.web.http;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers 304 to {@code If-None-Match: *} wherever an answer has an entity tag, as
 * <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2">RFC 9110</a> says.
 * Spring compares tags, but supports the star only for requests that change data.
 */
@Component
@Order(SecurityHeadersFilter.ORDER + 1)
class IfNoneMatchAnyFilter extends OncePerRequestFilter {

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
		return !reads || !"*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, kept);
		if (kept.getStatus() == HttpServletResponse.SC_OK && kept.containsHeader(HttpHeaders.ETAG)) {
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
		}
		else {
			kept.copyBodyToResponse();
		}
	}

}
