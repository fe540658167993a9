package app.frontrow.booking.web.mail;

import java.util.Optional;
import java.util.UUID;

import app.frontrow.booking.change.ShowChange;
import app.frontrow.booking.change.ShowChangeRepository;
import app.frontrow.mail.MailMessage;
import app.frontrow.mail.MailMessageSource;

import org.springframework.stereotype.Component;

/**
 * What has changed of a show that the member has bought.
 */
@Component
class ShowChangedMail implements MailMessageSource {

	private final BookingMailFactory mails;

	private final ShowChangeRepository changes;

	ShowChangedMail(BookingMailFactory mails, ShowChangeRepository changes) {
		this.mails = mails;
		this.changes = changes;
	}

	@Override
	public String kind() {
		return ShowChange.MAIL;
	}

	@Override
	public Optional<MailMessage> create(UUID memberId, UUID reference) {
		return this.changes.find(reference).flatMap(this.mails::createChange);
	}

}
