package app.frontrow.office.web.concert;

import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Reads typed values one by one, because a comma in a name must not divide it.
 */
record FormReader(HttpServletRequest request) {

	/** The value; empty if there is none. */
	String text(String name) {
		String value = this.request.getParameter(name);
		return (value != null) ? value : "";
	}

	/** The values of a field that may be there several times. */
	List<String> list(String name) {
		String[] values = this.request.getParameterValues(name);
		return (values != null) ? Arrays.asList(values) : List.of();
	}

}
