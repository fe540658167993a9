package app.frontrow.office.reconciliation;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.booking.reconciliation.ReconciliationChecker.Part;
import app.frontrow.booking.reconciliation.ReconciliationChecker.Position;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores the progress of the reconciliation. All times are from the database's clock.
 */
@Repository
class ReconciliationProgressRepository {

	/** The lease is longer than a piece with its slowest page. */
	static final Duration LEASE = Duration.ofMinutes(1);

	/**
	 * This pause is as long as a piece, so the job uses a connection at most half of the
	 * time.
	 */
	static final Duration PAUSE_BETWEEN_PIECES = Duration.ofSeconds(5);

	/** The shortest time between the starts of two passes. */
	static final Duration PERIOD = Duration.ofMinutes(10);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	ReconciliationProgressRepository(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Takes the lease for a piece, and starts a pass if no pass is running.
	 * @param runner id of the instance
	 * @return where the piece begins; empty if it is too early or another instance has
	 * the lease
	 */
	Optional<Position> beginPiece(UUID runner) {
		return this.transaction.execute((status) -> {
			boolean taken = this.jdbc.sql("""
					update reconciliation_progress set runner = :runner,
					  began_at = coalesce(began_at, utc_timestamp(6)),
					  next_piece_at = utc_timestamp(6) + interval :lease second
					where id = 1 and next_piece_at <= utc_timestamp(6)""")
				.param("runner", runner.toString())
				.param("lease", LEASE.toSeconds())
				.update() == 1;
			return taken ? Optional.of(position()) : Optional.empty();
		});
	}

	/**
	 * Saves where the next piece begins, and releases the lease.
	 * @param found the number of differences in this piece
	 * @return false if another instance has taken the lease
	 */
	boolean finishPiece(UUID runner, Position next, long found) {
		return this.transaction.execute((status) -> this.jdbc.sql("""
				update reconciliation_progress set runner = null, part = :part, after_key = :after,
				  differences = differences + :found, next_piece_at = utc_timestamp(6) + interval :rest second
				where id = 1 and runner = :runner""")
			.param("part", next.part().name())
			.param("after", next.after())
			.param("found", found)
			.param("rest", PAUSE_BETWEEN_PIECES.toSeconds())
			.param("runner", runner.toString())
			.update() == 1);
	}

	/**
	 * Ends the pass and releases the lease.
	 * @param found the number of differences in the last piece
	 * @return false if another instance has taken the lease
	 */
	boolean finishPass(UUID runner, long found) {
		return this.transaction.execute((status) -> this.jdbc.sql("""
				update reconciliation_progress set runner = null, part = :part, after_key = :after,
				  last_began_at = began_at, last_ended_at = utc_timestamp(6), last_differences = differences + :found,
				  next_piece_at = greatest(utc_timestamp(6) + interval :rest second,
				    began_at + interval :period second),
				  began_at = null, differences = 0
				where id = 1 and runner = :runner""")
			.param("part", Position.START.part().name())
			.param("after", Position.START.after())
			.param("found", found)
			.param("rest", PAUSE_BETWEEN_PIECES.toSeconds())
			.param("period", PERIOD.toSeconds())
			.param("runner", runner.toString())
			.update() == 1);
	}

	LastPass findLastPass() {
		return this.jdbc.sql("""
				select timestampdiff(microsecond, last_began_at, utc_timestamp(6)) as age, last_differences
				from reconciliation_progress where id = 1""")
			.query((row, number) -> new LastPass(row.getLong("age"), row.getLong("last_differences")))
			.single();
	}

	private Position position() {
		return this.jdbc.sql("select part, after_key from reconciliation_progress where id = 1")
			.query((row, number) -> new Position(Part.valueOf(row.getString("part")), row.getString("after_key")))
			.single();
	}

	/**
	 * The last complete pass of any instance.
	 *
	 * @param age microseconds since the start of the pass; before the first pass, since
	 * the installation
	 * @param differences the number of differences; -1 before the first pass
	 */
	record LastPass(long age, long differences) {
	}

}
