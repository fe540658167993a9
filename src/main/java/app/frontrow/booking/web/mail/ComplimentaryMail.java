package app.frontrow.booking.web.mail;

import java.util.Optional;
import java.util.UUID;

import app.frontrow.mail.MailMessage;
import app.frontrow.mail.MailMessageSource;

import org.springframework.stereotype.Component;

/**
 * Tells that the ticket office gave tickets away.
 */
@Component
class ComplimentaryMail implements MailMessageSource {

	private final BookingMailFactory mails;

	ComplimentaryMail(BookingMailFactory mails) {
		this.mails = mails;
	}

	@Override
	public String kind() {
		return "complimentary";
	}

	@Override
	public Optional<MailMessage> create(UUID memberId, UUID reference) {
		return Optional.of(this.mails.createGift(memberId, reference));
	}

}
