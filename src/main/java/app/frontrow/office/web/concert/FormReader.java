package app.frontrow.office.web.concert;

import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Reads the fields of a form one by one. Data binding of Spring would split a name at its
 * comma.
 */
record FormReader(HttpServletRequest request) {

	/** Returns the value of the field, or an empty text. */
	String text(String name) {
		String value = this.request.getParameter(name);
		return (value != null) ? value : "";
	}

	/** Returns all values of a field that the form contains several times. */
	List<String> list(String name) {
		String[] values = this.request.getParameterValues(name);
		return (values != null) ? Arrays.asList(values) : List.of();
	}

}
