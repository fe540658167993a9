package app.frontrow.shared;

/**
 * Something that the books say and that is not so.
 *
 * @param check which rule is broken
 * @param subject what it is about, by kind and id
 * @param expected what the rule wants to see
 * @param actual what is there
 */
public record Discrepancy(String check, String subject, String expected, String actual) {

	/** Most differences that one check names. */
	public static final int MAX_PER_CHECK = 100;

}
