package app.frontrow.office.showchange;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The work on the orders of a show that was cancelled or moved.
 *
 * @param startsAt the date before
 * @param movesTo the new date; null if the show was cancelled
 * @param refundUntil until when members may give their tickets back without a fee; null
 * if the show was cancelled
 * @param username who cancelled or moved the show
 * @param total orders that were paid when the job began
 * @param done orders that have been refunded or moved
 * @param failed orders that could not be refunded or moved; the job tries them again
 * @param sum won that have been refunded
 * @param status whether orders are left
 * @param createdAt null before the database has stored the job
 */
public record ShowJob(UUID id, Kind kind, long concertId, long showId, Instant startsAt, @Nullable Instant movesTo,
		@Nullable Instant refundUntil, String reason, String username, int total, int done, int failed, long sum,
		Status status, @Nullable Instant createdAt, @Nullable Instant finishedAt) {

	/**
	 * What became of the show.
	 */
	public enum Kind {

		CANCEL, MOVE

	}

	/**
	 * Whether orders are left.
	 */
	public enum Status {

		RUNNING, DONE

	}

}
