package app.frontrow.mail;

import java.util.List;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes mails into an outbox, in the transaction of their event. If the transaction is
 * rolled back, nothing is sent. If it is committed, the mail is sent even if this
 * instance fails.
 */
@Service
public class MailOutboxService {

	private final MailOutboxRepository outbox;

	private final boolean on;

	MailOutboxService(MailOutboxRepository outbox, ObjectProvider<JavaMailSender> sender) {
		this.outbox = outbox;
		this.on = sender.getIfAvailable() != null;
	}

	/** Whether this site sends mail. */
	public boolean isOn() {
		return this.on;
	}

	/**
	 * Adds a mail to the caller's transaction, once for each reference. It costs one
	 * statement, or none if the site sends no mail.
	 * @param kind of a {@link MailMessageSource}
	 * @param memberId who gets it if they have a confirmed address
	 * @param reference what happened
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(String kind, UUID memberId, UUID reference) {
		if (this.on) {
			this.outbox.addForConfirmedAddress(kind, memberId, reference);
		}
	}

	/** Returns the last mails to the member and their states, newest first. */
	public List<SentMail> findByMember(UUID memberId, int most) {
		return this.outbox.findByMember(memberId, most);
	}

}
