package app.frontrow.waitingroom.queue;

import java.time.Instant;

import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.Estimate;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.redis.PlaceScriptResult;
import app.frontrow.waitingroom.token.QueueTicket;

import org.springframework.stereotype.Component;

/**
 * Creates the public view of a place: position, estimate, and the time of the next poll.
 */
@Component
public class QueuePlaceFactory {

	private static final long ADMITTED_POLL_MS = 5_000;

	private static final double BEST_CASE_FACTOR = 0.75;

	private static final double WORST_CASE_FACTOR = 1.5;

	private final PollIntervalPolicy pollInterval;

	QueuePlaceFactory(PollIntervalPolicy pollInterval) {
		this.pollInterval = pollInterval;
	}

	/**
	 * Creates the view of a place.
	 * @param token the signed form of the ticket
	 */
	public QueuePlace create(String token, QueueTicket ticket, PlaceScriptResult answer, QueueTerms terms) {
		return switch (answer.placeStatus()) {
			case WAITING -> (answer.peopleAhead() < 0) ? createBeforeDraw(token, ticket, answer, terms)
					: createWaiting(token, ticket, answer, terms);
			case ADMITTED -> new QueuePlace(token, ticket.concertId(), ticket.memberId(), PlaceStatus.ADMITTED, null,
					null, null, ADMITTED_POLL_MS, ticket.issuedAt(), Instant.ofEpochMilli(answer.admittedAt()),
					Instant.ofEpochMilli(answer.passEndsAt()),
					Math.max(0, (answer.passEndsAt() - answer.snapshot().now()) / 1000), knownPlace(answer));
			default -> createEnded(token, ticket, answer.placeStatus());
		};
	}

	/**
	 * Creates the view of a place that has ended.
	 * @param token the signed form of the ticket
	 */
	public QueuePlace createEnded(String token, QueueTicket ticket, PlaceStatus status) {
		return new QueuePlace(token, ticket.concertId(), ticket.memberId(), status, null, null, null, null,
				ticket.issuedAt(), null, null, null, null);
	}

	private QueuePlace createWaiting(String token, QueueTicket ticket, PlaceScriptResult answer, QueueTerms terms) {
		long position = answer.peopleAhead() + 1;
		QueueSnapshot queue = answer.snapshot();
		Double seconds = expectedSeconds(position, queue);
		Estimate estimate = (seconds != null)
				? new Estimate((long) (seconds * BEST_CASE_FACTOR), (long) Math.ceil(seconds * WORST_CASE_FACTOR))
				: null;
		double wait = (seconds != null) ? seconds : position / terms.admissionsPerSecond();
		return new QueuePlace(token, ticket.concertId(), ticket.memberId(), PlaceStatus.WAITING, position,
				answer.peopleAhead(), estimate,
				(position > queue.band()) ? this.pace.millisFarFromFront(wait) : this.pace.millisNearFront(wait),
				ticket.issuedAt(), null, null, null, knownPlace(answer));
	}

	private static Long knownPlace(PlaceScriptResult answer) {
		return (answer.place() > 0) ? answer.place() : null;
	}

	/**
	 * Creates a view without a position, because the order is not drawn before the
	 * opening.
	 */
	private QueuePlace createBeforeDraw(String token, QueueTicket ticket, PlaceScriptResult answer, QueueTerms terms) {
		long toOpening = Math.max(0, terms.salesOpenAt().toEpochMilli() - answer.snapshot().now());
		return new QueuePlace(token, ticket.concertId(), ticket.memberId(), PlaceStatus.WAITING, null, null, null,
				this.pace.millisBeforeOpening(toOpening), ticket.issuedAt(), null, null, null, null);
	}

	/**
	 * Estimates the seconds until this position is admitted, from the rate of the latest
	 * admissions; null if there are too few. Members near the front are present. Of those
	 * behind them, only a part will still be present.
	 */
	private static Double expectedSeconds(long position, QueueSnapshot queue) {
		Double perSecond = queue.admissionsPerSecond();
		if (perSecond == null) {
			return null;
		}
		long near = Math.min(position, Math.max(1, queue.waiting()));
		return (near + (position - near) * queue.liveRatio()) / perSecond;
	}

}
