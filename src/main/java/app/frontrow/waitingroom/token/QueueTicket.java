package app.frontrow.waitingroom.token;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import app.frontrow.waitingroom.place.Pass;

/**
 * The content of a queue token whose signature is valid.
 *
 * @param number the number that joining gave; a lower number joined earlier
 * @param issuedAt when the number was given, whole seconds
 */
public record QueueTicket(long concertId, UUID memberId, long number, Instant issuedAt) {

	/** An older ticket has ended. */
	public static final Duration LIFETIME = Duration.ofHours(48);

	/** The pass that the member has after admission. */
	public Pass pass() {
		return new Pass(this.concertId, this.memberId, this.number);
	}

	public boolean isOver(Instant now) {
		return this.issuedAt.plus(LIFETIME).isBefore(now);
	}

}
