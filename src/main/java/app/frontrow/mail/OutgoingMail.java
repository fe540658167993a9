package app.frontrow.mail;

import java.util.Locale;
import java.util.UUID;

/**
 * A row of the outbox that is to be sent.
 *
 * @param reference what happened, unique within the kind
 * @param attempt counted from 1
 */
public record OutgoingMail(long id, String kind, UUID reference, UUID memberId, String address, Locale language,
		int attempt) {

	/**
	 * Returns the Message-ID. It is the same for all tries, so mail programs show a mail
	 * once even if it was sent twice.
	 */
	public String messageId(String host) {
		return "<" + this.kind + "." + this.reference + "@" + host + ">";
	}

}
