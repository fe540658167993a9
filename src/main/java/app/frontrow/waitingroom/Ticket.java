package app.frontrow.waitingroom;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What a queue token says, once its signature has been verified.
 *
 * @param seq the number in the queue: lower came first
 * @param issuedAt when the number was given, whole seconds
 */
record Ticket(long concertId, UUID memberId, long seq, Instant issuedAt) {

	/** A ticket older than this has ended, whatever became of it. */
	static final Duration LIFE = Duration.ofHours(48);

	/** What the ticket lets its holder be, once it is their turn. */
	Pass pass() {
		return new Pass(this.concertId, this.memberId, this.seq);
	}

	boolean isOver(Instant now) {
		return this.issuedAt.plus(LIFE).isBefore(now);
	}

}
