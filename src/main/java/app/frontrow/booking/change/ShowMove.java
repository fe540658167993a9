package app.frontrow.booking.change;

import java.time.Instant;
import java.util.UUID;

/**
 * Another date of a show that a member has bought.
 *
 * @param oldStartsAt the date before the move
 * @param refundUntil until when the tickets can be returned without a fee
 */
public record ShowMove(UUID id, UUID reservationId, Instant oldStartsAt, Instant refundUntil) {

	/** The kind of the mail that tells of it. */
	public static final String MAIL = "show-moved";

}
