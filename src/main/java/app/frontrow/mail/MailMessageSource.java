package app.frontrow.mail;

import java.util.Optional;
import java.util.UUID;

/**
 * Writes the mails of one kind. The module of the event implements this.
 */
public interface MailMessageSource {

	/** The kind, for example {@code receipt}. */
	String kind();

	/**
	 * Writes a mail, in the language of the current {@code LocaleContextHolder}.
	 * @param reference what happened, as it was given to the outbox
	 * @return empty if it is no longer true, so nothing is sent
	 */
	Optional<MailMessage> create(UUID memberId, UUID reference);

}
