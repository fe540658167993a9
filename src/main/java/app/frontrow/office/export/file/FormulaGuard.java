package app.frontrow.office.export.file;

/**
 * Prevents spreadsheets from running a text as a formula. Members choose their own names,
 * and a formula in a name could send the content of the file to somebody.
 */
final class FormulaGuard {

	/**
	 * The first characters of formulas, with the wide forms of Korean and Japanese
	 * keyboards.
	 */
	private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

	private FormulaGuard() {
	}

	/**
	 * Returns the text. If a spreadsheet could read it as a formula, it gets an
	 * apostrophe in front.
	 */
	static String guard(String text) {
		return (!text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

}
