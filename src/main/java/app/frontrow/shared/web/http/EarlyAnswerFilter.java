package app.frontrow.shared.web.http;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Answers simple GET requests of the API before Spring Security and the controller. These
 * are not needed for such requests and take most of the time. All other requests, and
 * requests that fail, continue to the controller, which gives the same answer.
 */
public abstract class EarlyAnswerFilter implements Filter {

	/**
	 * The order for requests without a log-in: after the security headers and
	 * {@link IfNoneMatchAnyFilter}.
	 */
	public static final int ORDER = SecurityHeadersFilter.ORDER + 2;

	/** The order for requests of members: after the session. */
	public static final int ORDER_WITH_SESSION = SessionRepositoryFilter.DEFAULT_ORDER + 1;

	private static final String REVALIDATE_HEADER = Objects
		.requireNonNull(CacheControl.noCache().cachePrivate().getHeaderValue());

	@Override
	public final void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest request = (HttpServletRequest) servletRequest;
		Answer answer = ("GET".equals(request.getMethod()) && acceptsAnything(request.getHeader(HttpHeaders.ACCEPT)))
				? answer(request) : null;
		if (answer == null) {
			chain.doFilter(request, servletResponse);
			return;
		}
		ServerHttpObservationFilter.findObservationContext(request)
			.ifPresent((context) -> context.setPathPattern(answer.pathPattern()));
		HttpServletResponse response = (HttpServletResponse) servletResponse;
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		if (answer.tag() != null) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, answer.caching());
			response.setHeader(HttpHeaders.ETAG, answer.tag());
			if (new ServletWebRequest(request, response).checkNotModified(answer.tag())) {
				return;
			}
		}
		else {
			SecurityHeadersFilter.forbidCaching(response);
		}
		response.setContentLength(answer.json().length);
		response.getOutputStream().write(answer.json());
	}

	/**
	 * Answers a GET request that accepts JSON.
	 * @return null if the controller has to answer
	 */
	protected abstract @Nullable Answer answer(HttpServletRequest request);

	/** Parses a whole number of digits only; returns -1 for any other text. */
	protected static long parseWholeNumber(String text) {
		boolean digits = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch((c) -> c >= '0' && c <= '9');
		return digits ? Long.parseLong(text) : -1;
	}

	/**
	 * Accepts the two usual values of the header. The controller's way handles all
	 * others.
	 */
	private static boolean acceptsAnything(@Nullable String accept) {
		return accept == null || accept.equals(MediaType.ALL_VALUE) || accept.equals(MediaType.APPLICATION_JSON_VALUE);
	}

	/**
	 * A successful answer.
	 *
	 * @param pathPattern path pattern of the controller that would answer, for metrics
	 * @param json the body
	 * @param tag the entity tag; if it is null, caches must not store the answer
	 * @param caching who may keep a copy, if it has a tag
	 */
	public record Answer(String pathPattern, byte[] json, @Nullable String tag, String caching) {

		public Answer(String pathPattern, byte[] json) {
			this(pathPattern, json, null);
		}

		/** A copy must be compared by its tag each time, and is the visitor's own. */
		public Answer(String pathPattern, byte[] json, @Nullable String tag) {
			this(pathPattern, json, tag, REVALIDATE_HEADER);
		}

	}

}
