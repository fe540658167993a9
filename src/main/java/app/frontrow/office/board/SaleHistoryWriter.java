package app.frontrow.office.board;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

import app.frontrow.shared.store.DatabaseTimeConverter;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.waitingroom.QueueFigures;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes the history of sales. Each run counts orders from the rows of the orders. So a
 * failed or repeated run loses nothing and counts nothing twice. The last minutes are
 * counted in every run, because a transaction may commit some seconds after the time that
 * it wrote.
 */
@Repository
class SaleHistoryWriter {

	/** How long a transaction that writes an order may take. */
	private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(1);

	/** The longest time that one run counts, for example after a pause. */
	private static final Duration LONGEST_RUN = Duration.ofHours(6);

	private static final int KEPT_DAYS = 400;

	private static final String MINUTE = ", cast(date_format(%s, '%%Y-%%m-%%d %%H:%%i:00') as datetime) as m, count(*)";

	private static final String HELD = "insert into sale_minutes (concert_id, minute, held) select concert_id"
			+ MINUTE.formatted("created_at") + """
					 from reservations where created_at >= :from and created_at < :to group by concert_id, m
					on duplicate key update held = values(held)""";

	private static final String PAID = "insert into sale_minutes (concert_id, minute, paid, paid_sum) select r.concert_id"
			+ MINUTE.formatted("p.paid_at") + """
					, sum(p.amount) from payments p join reservations r on r.id = p.reservation_id
					where p.paid_at >= :from and p.paid_at < :to group by r.concert_id, m
					on duplicate key update paid = values(paid), paid_sum = values(paid_sum)""";

	private static final String REFUNDED = "insert into sale_minutes (concert_id, minute, refunded, refunded_sum)"
			+ " select r.concert_id" + MINUTE.formatted("e.created_at") + """
					, sum(e.amount) from ledger_entries e join payments p on p.id = e.reference
					join reservations r on r.id = p.reservation_id
					where e.created_at >= :from and e.created_at < :to and e.type = 'REFUND' group by r.concert_id, m
					on duplicate key update refunded = values(refunded), refunded_sum = values(refunded_sum)""";

	private final JdbcClient jdbc;

	private final RetryingTransactionExecutor transactions;

	SaleHistoryWriter(JdbcClient jdbc, RetryingTransactionExecutor transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/**
	 * Takes the task of writing the history for this period. Only one instance gets it.
	 * @return the end of the history so far; empty if another instance has the task
	 */
	Optional<Turn> takeTurn(Duration period) {
		return this.transactions.run(() -> {
			boolean taken = this.jdbc
				.sql("update sale_history_progress set next_run_at = utc_timestamp(6) + interval :period second"
						+ " where id = 1 and next_run_at <= utc_timestamp(6)")
				.param("period", period.toSeconds())
				.update() == 1;
			return taken ? this.jdbc
				.sql("select counted_until, utc_timestamp(6) as read_at from sale_history_progress where id = 1")
				.query((row, number) -> new Turn(DatabaseTimeConverter.readInstant(row, "counted_until"),
						DatabaseTimeConverter.readInstant(row, "read_at")))
				.optional() : Optional.empty();
		});
	}

	/**
	 * Counts the orders since the end of the history, and adds what the queues have
	 * counted since then.
	 * @return false if another instance was faster, so that nothing was written
	 */
	boolean write(Turn turn, Map<Long, QueueFigures> queues) {
		Instant longest = turn.countedUntil().plus(LONGEST_RUN);
		Instant until = longest.isBefore(turn.now()) ? longest : turn.now();
		return this.transactions.run(() -> {
			if (!advance(turn.countedUntil(), until)) {
				return false;
			}
			Instant from = turn.countedUntil().minus(LONGEST_TRANSACTION).truncatedTo(ChronoUnit.MINUTES);
			for (String count : new String[] { HELD, PAID, REFUNDED }) {
				this.jdbc.sql(count)
					.param("from", DatabaseTimeConverter.toDatabase(from))
					.param("to", DatabaseTimeConverter.toDatabase(until))
					.update();
			}
			queues.forEach((concertId, figures) -> addQueue(concertId, figures, turn.now()));
			return true;
		});
	}

	/** Deletes minutes that are too old for a comparison of sales. */
	void deleteOld() {
		this.transactions.run(
				() -> this.jdbc
					.sql("delete from sale_minutes where minute < utc_timestamp(6) - interval :days day"
							+ " order by minute limit 10000")
					.param("days", KEPT_DAYS)
					.update());
	}

	private boolean advance(Instant from, Instant until) {
		return this.jdbc
			.sql("update sale_history_progress set counted_until = :until where id = 1 and counted_until = :from")
			.param("until", DatabaseTimeConverter.toDatabase(until))
			.param("from", DatabaseTimeConverter.toDatabase(from))
			.update() == 1;
	}

	private void addQueue(long concertId, QueueFigures figures, Instant now) {
		QueueCount seen = this.jdbc
			.sql("select joined, admitted from sale_queue_counts where concert_id = :concert for update")
			.param("concert", concertId)
			.query((row, number) -> new QueueCount(row.getLong("joined"), row.getLong("admitted")))
			.optional()
			.orElse(new QueueCount(0, 0));
		QueueCount counted = new QueueCount(figures.joined(), figures.admitted());
		if (counted.equals(seen)) {
			return;
		}
		this.jdbc
			.sql("insert into sale_queue_counts (concert_id, joined, admitted) values (:concert, :joined, :admitted)"
					+ " on duplicate key update joined = values(joined), admitted = values(admitted)")
			.param("concert", concertId)
			.param("joined", counted.joined())
			.param("admitted", counted.admitted())
			.update();
		this.jdbc.sql("""
				insert into sale_minutes (concert_id, minute, joined, admitted)
				values (:concert, :minute, :joined, :admitted)
				on duplicate key update joined = joined + values(joined), admitted = admitted + values(admitted)""")
			.param("concert", concertId)
			.param("minute", DatabaseTimeConverter.toDatabase(now.truncatedTo(ChronoUnit.MINUTES)))
			.param("joined", growth(seen.joined(), counted.joined()))
			.param("admitted", growth(seen.admitted(), counted.admitted()))
			.update();
	}

	/** If a count is smaller than before, Redis has lost it and started from 0. */
	static long growth(long before, long now) {
		return (now >= before) ? now - before : now;
	}

	/**
	 * The task of writing the history once.
	 *
	 * @param now the database's time
	 */
	record Turn(Instant countedUntil, Instant now) {

		/** Returns whether an hour has begun since the last run. */
		boolean beginsHour() {
			return !this.countedUntil.truncatedTo(ChronoUnit.HOURS).equals(this.now.truncatedTo(ChronoUnit.HOURS));
		}

	}

	private record QueueCount(long joined, long admitted) {
	}

}
