package app.frontrow.office.web.factor;

/**
 * A code, as the page sends it.
 */
record CodeForm(String code) {

	String typed() {
		return (this.code != null) ? this.code.strip() : "";
	}

}
