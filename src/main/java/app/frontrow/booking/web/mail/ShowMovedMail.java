package app.frontrow.booking.web.mail;

import java.util.Optional;
import java.util.UUID;

import app.frontrow.booking.change.ShowMove;
import app.frontrow.booking.change.ShowMoveRepository;
import app.frontrow.mail.MailMessage;
import app.frontrow.mail.MailMessageSource;

import org.springframework.stereotype.Component;

/**
 * Tells that a show has another date, which one it had before, and until when its tickets
 * can be returned.
 */
@Component
class ShowMovedMail implements MailMessageSource {

	private final BookingMailFactory mails;

	private final ShowMoveRepository moves;

	ShowMovedMail(BookingMailFactory mails, ShowMoveRepository moves) {
		this.mails = mails;
		this.moves = moves;
	}

	@Override
	public String kind() {
		return ShowMove.MAIL;
	}

	@Override
	public Optional<MailMessage> create(UUID memberId, UUID reference) {
		return this.moves.find(reference).flatMap((move) -> this.mails.createMove(memberId, move));
	}

}
