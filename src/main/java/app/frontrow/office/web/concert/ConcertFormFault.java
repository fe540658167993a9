package app.frontrow.office.web.concert;

/**
 * Something in the form of a concert cannot be read.
 */
class ConcertFormFault extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String field;

	/**
	 * A fault.
	 * @param field the part of the form that shows it
	 * @param rule the end of the text's key, {@code office.form.fault.<rule>}
	 */
	ConcertFormFault(String field, String rule) {
		super(rule, null, false, false);
		this.field = field;
	}

	String field() {
		return this.field;
	}

}
