package app.frontrow.shared;

/**
 * A difference between stored data and what a rule says it must be. The reconciliation
 * job finds and reports it.
 *
 * @param check the name of the broken rule
 * @param subject the record that breaks the rule: its kind and its id
 * @param expected the value that the rule requires
 * @param actual the value that is stored
 */
public record Discrepancy(String check, String subject, String expected, String actual) {

	/** One check reports at most this many differences. */
	public static final int MAX_PER_CHECK = 100;

}
