package app.frontrow.waitingroom;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

import app.frontrow.waitingroom.QueueStore.Place;

import org.springframework.stereotype.Component;

/**
 * Makes what a person or a program sees of a place: position, estimate, and when to ask
 * again.
 */
@Component
class PlaceView {

	private static final long SHORTEST_POLL = 2_000;

	private static final long LONGEST_POLL = 30_000;

	private static final long ADMITTED_POLL = 5_000;

	/** A waiter is to ask at least this often within the time of absence. */
	private static final long POLLS_PER_ABSENCE = 3;

	/**
	 * A waiter asks within the time to claim a pass, even if everybody ahead vanishes.
	 */
	private static final double LONGEST_PER_CLAIM = 2 / 3.0;

	private static final double JITTER = 0.2;

	private static final double BEST_CASE = 0.75;

	private static final double WORST_CASE = 1.5;

	private final TicketSigner signer;

	private final QueueSettings settings;

	PlaceView(TicketSigner signer, QueueSettings settings) {
		this.signer = signer;
		this.settings = settings;
	}

	/**
	 * The place as the member sees it.
	 */
	QueuePlace of(Ticket ticket, Place place) {
		String token = this.signer.sign(ticket);
		return switch (place.status()) {
			case WAITING -> waiting(token, ticket, place);
			case ADMITTED -> new QueuePlace(token, ticket.concertId(), ticket.memberId(), place.status(), null, null,
					null, ADMITTED_POLL, ticket.issuedAt(), Instant.ofEpochMilli(place.admittedAt()),
					Instant.ofEpochMilli(place.endsAt()), Math.max(0, (place.endsAt() - place.now()) / 1000));
			default -> ended(token, ticket, place.status());
		};
	}

	/**
	 * A place that has ended.
	 */
	QueuePlace ended(Ticket ticket, PlaceStatus status) {
		return ended(this.signer.sign(ticket), ticket, status);
	}

	private QueuePlace waiting(String token, Ticket ticket, Place place) {
		long position = place.rank() + 1;
		Double seconds = expectedSeconds(position, place);
		Estimate estimate = (seconds != null)
				? new Estimate((long) (seconds * BEST_CASE), (long) Math.ceil(seconds * WORST_CASE)) : null;
		return new QueuePlace(token, ticket.concertId(), ticket.memberId(), place.status(), position, place.rank(),
				estimate, pollAfter(position, seconds), ticket.issuedAt(), null, null, null);
	}

	private QueuePlace ended(String token, Ticket ticket, PlaceStatus status) {
		return new QueuePlace(token, ticket.concertId(), ticket.memberId(), status, null, null, null, null,
				ticket.issuedAt(), null, null, null);
	}

	/**
	 * Seconds until this position is admitted at the rate really seen; null before there
	 * is a history.
	 */
	private static Double expectedSeconds(long position, Place place) {
		if (place.admissions() < 2 || place.now() <= place.since()) {
			return null;
		}
		double perSecond = (place.admissions() - 1) * 1000.0 / (place.now() - place.since());
		return position / perSecond;
	}

	private long pollAfter(long position, Double seconds) {
		double expected = (seconds != null) ? seconds : position / this.settings.admissionsPerSecond();
		double longest = Math.min(LONGEST_POLL, Math.min(this.settings.claim().toMillis() * LONGEST_PER_CLAIM,
				this.settings.absence().toMillis() / (double) POLLS_PER_ABSENCE));
		double interval = Math.min(longest, Math.max(SHORTEST_POLL, expected * 100));
		double jitter = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
		return Math.round(interval * jitter);
	}

}
