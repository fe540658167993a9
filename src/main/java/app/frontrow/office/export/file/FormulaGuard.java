package app.frontrow.office.export.file;

/**
 * Keeps spreadsheets from taking a text for a formula. Members choose their own names,
 * and a formula could send the file's content elsewhere.
 */
final class FormulaGuard {

	/** With the wide forms, which Korean and Japanese keyboards type. */
	private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

	private FormulaGuard() {
	}

	/** The text, with an apostrophe before it if it could be read as a formula. */
	static String guard(String text) {
		return (!text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

}
