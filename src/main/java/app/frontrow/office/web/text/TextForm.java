package app.frontrow.office.web.text;

import org.jspecify.annotations.Nullable;

/**
 * The form with a text of the site.
 *
 * @param version the version that the editor has read
 */
record TextForm(@Nullable String markdown, int version) {

	/** Browsers send line ends with a carriage return. */
	String lines() {
		return (this.markdown != null) ? this.markdown.replace("\r\n", "\n") : "";
	}

}
