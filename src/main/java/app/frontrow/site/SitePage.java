package app.frontrow.site;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page that the ticket office writes.
 */
public enum SitePage {

	HELP, TERMS, PRIVACY;

	/** The last part of its address, for example {@code help}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Finds the page with this code. */
	public static Optional<SitePage> find(String code) {
		return Stream.of(values()).filter((page) -> page.code().equals(code)).findFirst();
	}

}
