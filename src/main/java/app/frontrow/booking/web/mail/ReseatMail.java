package app.frontrow.booking.web.mail;

import java.util.Optional;
import java.util.UUID;

import app.frontrow.booking.office.ReseatService;
import app.frontrow.mail.MailMessage;
import app.frontrow.mail.MailMessageSource;

import org.springframework.stereotype.Component;

/**
 * Tells that the ticket office exchanged a seat.
 */
@Component
class ReseatMail implements MailMessageSource {

	private final BookingMailFactory mails;

	private final ReseatService reseats;

	ReseatMail(BookingMailFactory mails, ReseatService reseats) {
		this.mails = mails;
		this.reseats = reseats;
	}

	@Override
	public String kind() {
		return "reseat";
	}

	/**
	 * Writes the mail.
	 * @param reference the id of the exchange
	 */
	@Override
	public Optional<MailMessage> create(UUID memberId, UUID reference) {
		return this.reseats.find(reference).map((move) -> this.mails.createReseat(memberId, move));
	}

}
