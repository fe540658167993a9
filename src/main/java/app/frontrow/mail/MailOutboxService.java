package app.frontrow.mail;

import java.util.List;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails that will be sent, written with the event that they tell of. So an event that is
 * rolled back sends none, and one that is committed sends its mail whatever happens to
 * the instance.
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
	 * statement, and none if the site sends no mail.
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
