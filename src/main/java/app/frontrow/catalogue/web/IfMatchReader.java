package app.frontrow.catalogue.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the version that an editor has read from the header {@code If-Match}. The ticket
 * office gives it as an entity tag, behind which may stand what is no part of the
 * version.
 */
final class IfMatchReader {

	private static final Pattern TAG = Pattern.compile("\\s*\"(\\d{1,9})(-[^\"]*)?\"\\s*");

	private static final Integer NONE = -1;

	private IfMatchReader() {
	}

	/**
	 * The version.
	 * @param header null if the request has none
	 * @return null for any version; a version that no concert has if the tag is not one
	 * of ours
	 */
	static @Nullable Integer readVersion(@Nullable String header) {
		if (header == null || header.isBlank() || header.strip().equals("*")) {
			return null;
		}
		Matcher tag = TAG.matcher(header);
		return tag.matches() ? Integer.valueOf(tag.group(1)) : NONE;
	}

}
