package app.frontrow.shared.web.page;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Answers the address of a file that another release has. During an upgrade the page
 * comes from one instance and its files from another. Such an answer is this release's
 * file, and browsers do not keep it. A redirect would lead in circles between two
 * releases.
 */
@Component
@FilterRegistration(urlPatterns = { "/css/*", "/js/*", "/img/*", "/webjars/*" })
class OtherReleaseFileFilter implements Filter {

	/** Our files have the hash of their content, libraries a folder of their version. */
	private static final List<Pattern> VERSIONED = List.of(Pattern.compile("(/\\w+/[\\w/-]+)-[0-9a-f]{32}(\\.\\w+)"),
			Pattern.compile("(/webjars/[\\w.-]+)/\\d[\\w.-]*(/[\\w./-]+)"));

	private final ResourceUrlProvider files;

	OtherReleaseFileFilter(ResourceUrlProvider files) {
		this.files = files;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		String address = ((HttpServletRequest) request).getRequestURI();
		String plain = removeVersion(address);
		String current = (plain != null) ? this.files.getForLookupPath(plain) : null;
		if (current == null || current.equals(address)) {
			chain.doFilter(request, response);
			return;
		}
		request.getRequestDispatcher(plain).forward(request, new UnkeptResponse((HttpServletResponse) response));
	}

	private static @Nullable String removeVersion(String address) {
		return VERSIONED.stream()
			.map((form) -> form.matcher(address))
			.filter(Matcher::matches)
			.map((versioned) -> versioned.replaceFirst("$1$2"))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Replaces the long life that files have under their own address.
	 */
	private static class UnkeptResponse extends HttpServletResponseWrapper {

		UnkeptResponse(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void setHeader(String name, String value) {
			super.setHeader(name,
					name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL) ? CacheControl.noStore().getHeaderValue() : value);
		}

	}

}
