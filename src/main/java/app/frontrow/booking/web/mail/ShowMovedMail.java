package app.frontrow.booking.web.mail;

import java.util.Optional;
import java.util.UUID;

import app.frontrow.mail.MailMessage;
import app.frontrow.mail.MailMessageSource;

import org.springframework.stereotype.Component;

/**
 * Tells that a show has another date, and until when its tickets can be returned.
 */
@Component
class ShowMovedMail implements MailMessageSource {

	private final BookingMailFactory mails;

	ShowMovedMail(BookingMailFactory mails) {
		this.mails = mails;
	}

	@Override
	public String kind() {
		return "show-moved";
	}

	@Override
	public Optional<MailMessage> create(UUID memberId, UUID reference) {
		return Optional.of(this.mails.createMove(memberId, reference));
	}

}
