package app.frontrow.catalogue.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the version of a concert from the header {@code If-Match}. The header has an
 * entity tag that the ticket office gave to the editor. A tag may go on after the
 * version. Only the version counts.
 */
final class IfMatchReader {

	private static final Pattern TAG = Pattern.compile("\\s*\"(\\d{1,9})(-[^\"]*)?\"\\s*");

	private static final Integer NONE = -1;

	private IfMatchReader() {
	}

	/**
	 * Returns the version.
	 * @param header null if the request has none
	 * @return null if the request accepts any version. For a tag that is not ours it is a
	 * version that no concert has
	 */
	static @Nullable Integer readVersion(@Nullable String header) {
		if (header == null || header.isBlank() || header.strip().equals("*")) {
			return null;
		}
		Matcher tag = TAG.matcher(header);
		return tag.matches() ? Integer.valueOf(tag.group(1)) : NONE;
	}

}
