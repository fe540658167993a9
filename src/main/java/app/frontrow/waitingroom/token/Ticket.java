package app.frontrow.waitingroom.token;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import app.frontrow.waitingroom.place.Pass;

/**
 * What a queue token says, once its signature has been verified.
 *
 * @param number the number in the queue: lower came first
 * @param issuedAt when the number was given, whole seconds
 */
public record Ticket(long concertId, UUID memberId, long number, Instant issuedAt) {

	/** A ticket older than this has ended, whatever became of it. */
	public static final Duration LIFETIME = Duration.ofHours(48);

	/** What the ticket lets its holder be, once it is their turn. */
	public Pass pass() {
		return new Pass(this.concertId, this.memberId, this.number);
	}

	public boolean isOver(Instant now) {
		return this.issuedAt.plus(LIFETIME).isBefore(now);
	}

}
