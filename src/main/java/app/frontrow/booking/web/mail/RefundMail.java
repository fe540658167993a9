package app.frontrow.booking.web.mail;

import java.util.Optional;
import java.util.UUID;

import app.frontrow.mail.MailMessage;
import app.frontrow.mail.MailMessageSource;

import org.springframework.stereotype.Component;

/**
 * Tells which tickets were refunded and what was given back.
 */
@Component
class RefundMail implements MailMessageSource {

	private final BookingMailFactory mails;

	RefundMail(BookingMailFactory mails) {
		this.mails = mails;
	}

	@Override
	public String kind() {
		return "refund";
	}

	@Override
	public Optional<MailMessage> create(UUID memberId, UUID reference) {
		return Optional.of(this.mails.createRefund(memberId, reference));
	}

}
