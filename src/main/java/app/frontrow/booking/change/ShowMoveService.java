package app.frontrow.booking.change;

import java.time.Instant;

import app.frontrow.booking.reservation.Reservation;
import app.frontrow.mail.MailOutboxService;
import app.frontrow.shared.TimeOrderedUuid;

import org.springframework.stereotype.Service;

/**
 * Tells buyers that their show has another date.
 */
@Service
public class ShowMoveService {

	private final ShowMoveRepository moves;

	private final MailOutboxService mails;

	ShowMoveService(ShowMoveRepository moves, MailOutboxService mails) {
		this.moves = moves;
		this.mails = mails;
	}

	/**
	 * Writes a mail in the transaction of the move. A show can be moved again, so each
	 * move has an id and a mail of its own.
	 * @param before the paid order with the date before the move
	 */
	public void tellBuyer(Reservation before, Instant refundUntil) {
		ShowMove move = new ShowMove(TimeOrderedUuid.next(), before.id(), before.startsAt(), refundUntil);
		this.moves.add(move);
		this.mails.add(ShowMove.MAIL, before.memberId(), move.id());
	}

}
