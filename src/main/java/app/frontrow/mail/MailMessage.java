package app.frontrow.mail;

import java.util.List;

/**
 * What a mail says, in the reader's language.
 *
 * @param paragraphs sentences at the beginning
 * @param facts label and value, in order
 * @param action the text of the link
 * @param link a whole address
 */
public record MailMessage(String subject, List<String> paragraphs, List<Fact> facts, String action, String link) {

	/**
	 * A line of a table.
	 */
	public record Fact(String label, String value) {
	}

}
