package app.frontrow.waitingroom.token;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import app.frontrow.waitingroom.place.Pass;

/**
 * The content of a queue token whose signature is valid.
 *
 * @param number the member's number in the queue; members who joined earlier have lower
 * numbers
 * @param issuedAt when the number was given, whole seconds
 */
public record QueueTicket(long concertId, UUID memberId, long number, Instant issuedAt) {

	/** The time after which a ticket is invalid. */
	public static final Duration LIFETIME = Duration.ofHours(48);

	private static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofMinutes(1);

	/** Returns the pass that the member has after admission. */
	public Pass pass() {
		return new Pass(this.concertId, this.memberId, this.number);
	}

	/**
	 * Requires that the ticket is not from before the concert was added. A restored
	 * database may give the id of a concert to another one. Clocks may differ a little.
	 * @throws QueueTokenInvalidException if the ticket belongs to an earlier concert
	 */
	public void requireIssuedAfter(Instant concertCreatedAt) {
		if (this.issuedAt.plus(MAX_CLOCK_DIFFERENCE).isBefore(concertCreatedAt)) {
			throw new QueueTokenInvalidException();
		}
	}

	public boolean isOver(Instant now) {
		return this.issuedAt.plus(LIFETIME).isBefore(now);
	}

}
