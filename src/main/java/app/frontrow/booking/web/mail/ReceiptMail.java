package app.frontrow.booking.web.mail;

import java.util.Optional;
import java.util.UUID;

import app.frontrow.mail.MailMessage;
import app.frontrow.mail.MailMessageSource;

import org.springframework.stereotype.Component;

/**
 * The receipt of a payment with its tickets.
 */
@Component
class ReceiptMail implements MailMessageSource {

	private final BookingMailFactory mails;

	ReceiptMail(BookingMailFactory mails) {
		this.mails = mails;
	}

	@Override
	public String kind() {
		return "receipt";
	}

	@Override
	public Optional<MailMessage> create(UUID memberId, UUID reference) {
		return Optional.of(this.mails.createReceipt(memberId, reference));
	}

}
