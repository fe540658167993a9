package app.frontrow.members;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * Where somebody wanted to go when they were asked to log in, in a cookie: a page, for a
 * form cannot be sent again from its address alone, and one whose address fits.
 */
class RememberedPages extends CookieRequestCache {

	private static final int LONGEST = 2000;

	RememberedPages() {
		setRequestMatcher((request) -> HttpMethod.GET.matches(request.getMethod()) && length(request) <= LONGEST);
	}

	@Override
	public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		try {
			return super.getRequest(request, response);
		}
		catch (IllegalArgumentException madeUp) {
			return null;
		}
	}

	private static int length(HttpServletRequest request) {
		return request.getRequestURI().length() + Objects.toString(request.getQueryString(), "").length();
	}

}
