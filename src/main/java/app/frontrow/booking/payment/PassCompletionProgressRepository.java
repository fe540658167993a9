package app.frontrow.booking.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads payments in the order of their time, and stores up to which time they were
 * checked.
 */
@Repository
class PassCompletionProgressRepository {

	/**
	 * Payments of the last seconds are not read, because some may not be committed yet.
	 */
	private static final int UNCOMMITTED_WINDOW_SECONDS = 30;

	private static final int BATCH = 500;

	private final JdbcClient jdbc;

	PassCompletionProgressRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns the next payments to check, including those that were refunded since. */
	Sweep findNextSweep() {
		Window window = this.jdbc
			.sql("select swept_until, utc_timestamp(6) - interval :unsettled second as settled from pass_sweeps")
			.param("unsettled", UNCOMMITTED_WINDOW_SECONDS)
			.query((row, number) -> new Window(DatabaseTimeConverter.readInstant(row, "swept_until"),
					DatabaseTimeConverter.readInstant(row, "settled")))
			.single();
		List<Paid> paid = this.jdbc
			.sql("select reservation_id, paid_at from payments where paid_at >= :from and paid_at < :until"
					+ " order by paid_at limit :limit")
			.param("from", DatabaseTimeConverter.toDatabase(window.from()))
			.param("until", DatabaseTimeConverter.toDatabase(window.until()))
			.param("limit", BATCH)
			.query((row, number) -> new Paid(UUID.fromString(row.getString("reservation_id")),
					DatabaseTimeConverter.readInstant(row, "paid_at")))
			.list();
		boolean full = paid.size() == BATCH;
		return new Sweep(window.from(), full ? paid.get(BATCH - 1).at() : window.until(), full,
				paid.stream().map(Paid::reservationId).toList());
	}

	/**
	 * Stores that the payments were checked; returns false if another instance has done
	 * so.
	 */
	boolean finish(Sweep sweep) {
		return this.jdbc
			.sql("update pass_sweeps set swept_until = :until where swept_until = :from and swept_until < :until")
			.param("until", DatabaseTimeConverter.toDatabase(sweep.until()))
			.param("from", DatabaseTimeConverter.toDatabase(sweep.from()))
			.update() == 1;
	}

	/**
	 * A batch of payments to check.
	 *
	 * @param from start of the time range, included
	 * @param until end of the time range, excluded
	 * @param isFull whether there may be more payments
	 * @param reservationIds the paid reservations
	 */
	record Sweep(Instant from, Instant until, boolean isFull, List<UUID> reservationIds) {
	}

	private record Window(Instant from, Instant until) {
	}

	private record Paid(UUID reservationId, Instant at) {
	}

}
