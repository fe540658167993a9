package app.frontrow.booking.web.mail;

import java.util.Optional;
import java.util.UUID;

import app.frontrow.mail.MailMessage;
import app.frontrow.mail.MailMessageSource;

import org.springframework.stereotype.Component;

/**
 * Tells that all tickets were cancelled and what was given back. Older versions add this
 * kind to the outbox.
 */
@Component
class CancellationMail implements MailMessageSource {

	private final BookingMailFactory mails;

	CancellationMail(BookingMailFactory mails) {
		this.mails = mails;
	}

	@Override
	public String kind() {
		return "cancellation";
	}

	@Override
	public Optional<MailMessage> create(UUID memberId, UUID reference) {
		return Optional.of(this.mails.createCancellation(memberId, reference));
	}

}
