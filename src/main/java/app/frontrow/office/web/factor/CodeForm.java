package app.frontrow.office.web.factor;

import org.jspecify.annotations.Nullable;

/**
 * A code, as the page sends it.
 */
record CodeForm(@Nullable String code) {

	String typed() {
		return (this.code != null) ? this.code.strip() : "";
	}

}
