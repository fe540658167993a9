package app.frontrow.waitingroom.queue;

import java.time.Instant;
import java.util.Objects;

import app.frontrow.waitingroom.draw.DrawService;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.EndReason;
import app.frontrow.waitingroom.place.Estimate;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.redis.PlaceScriptResult;
import app.frontrow.waitingroom.token.QueueTicket;
import org.jspecify.annotations.Nullable;

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

	private final DrawService draws;

	QueuePlaceFactory(PollIntervalPolicy pollInterval, DrawService draws) {
		this.pollInterval = pollInterval;
		this.draws = draws;
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
					Math.max(0, (answer.passEndsAt() - answer.snapshot().now()) / 1000), knownPlace(answer), null);
			default -> createEnded(token, ticket, answer.placeStatus(), answer.endReason());
		};
	}

	/**
	 * Creates the view of a place that has ended.
	 * @param token the signed form of the ticket
	 */
	public QueuePlace createEnded(String token, QueueTicket ticket, PlaceStatus status) {
		return createEnded(token, ticket, status, (status == PlaceStatus.EXPIRED) ? EndReason.TIME_OVER : null);
	}

	private static QueuePlace createEnded(String token, QueueTicket ticket, PlaceStatus status,
			@Nullable EndReason reason) {
		return new QueuePlace(token, ticket.concertId(), ticket.memberId(), status, null, null, null, null,
				ticket.issuedAt(), null, null, null, null, reason);
	}

	private QueuePlace createWaiting(String token, QueueTicket ticket, PlaceScriptResult answer, QueueTerms terms) {
		long position = answer.peopleAhead() + 1;
		QueueSnapshot queue = answer.snapshot();
		Double seconds = expectedSeconds(position, queue, queue.admissionsPerSecond());
		Estimate estimate = (seconds != null) ? estimate(seconds, position, queue) : null;
		double wait = (seconds != null) ? seconds : position / terms.admissionsPerSecond();
		return new QueuePlace(token, ticket.concertId(), ticket.memberId(), PlaceStatus.WAITING, position,
				answer.peopleAhead(), estimate,
				(position > queue.band()) ? this.pollInterval.millisFarFromFront(wait)
						: this.pollInterval.millisNearFront(wait),
				ticket.issuedAt(), null, null, null, knownPlace(answer), null);
	}

	private static @Nullable Long knownPlace(PlaceScriptResult answer) {
		return (answer.place() > 0) ? answer.place() : null;
	}

	/** It matters only for the last poll before the opening. */
	private boolean isLikelyNear(QueueTicket ticket, QueueSnapshot queue) {
		return this.draws.isLikelyAmongFirst(ticket, queue.lastNumber(), queue.band());
	}

	/**
	 * Creates a view without a position, because the order is not drawn before the
	 * opening.
	 */
	private QueuePlace createBeforeDraw(String token, QueueTicket ticket, PlaceScriptResult answer, QueueTerms terms) {
		long toOpening = Math.max(0, terms.salesOpenAt().toEpochMilli() - answer.snapshot().now());
		boolean near = toOpening > 2 * this.pollInterval.longestMillis() || isLikelyNear(ticket, answer.snapshot());
		return new QueuePlace(token, ticket.concertId(), ticket.memberId(), PlaceStatus.WAITING, null, null, null,
				this.pollInterval.millisBeforeOpening(toOpening, near), ticket.issuedAt(), null, null, null, null,
				null);
	}

	/** The range gets wider while nobody is admitted. */
	private static Estimate estimate(double seconds, long position, QueueSnapshot queue) {
		double best = Objects.requireNonNull(expectedSeconds(position, queue, queue.admissionsPerSecondAtBest()));
		return new Estimate((long) (best * BEST_CASE_FACTOR), (long) Math.ceil(seconds * WORST_CASE_FACTOR));
	}

	/**
	 * Estimates the seconds until this position is admitted at this rate; null without a
	 * rate. Near members are present. Only a part of the members behind them will be.
	 */
	private static @Nullable Double expectedSeconds(long position, QueueSnapshot queue, @Nullable Double perSecond) {
		if (perSecond == null) {
			return null;
		}
		long near = Math.min(position, Math.max(1, queue.waiting()));
		return (near + (position - near) * queue.liveRatio()) / perSecond;
	}

}
