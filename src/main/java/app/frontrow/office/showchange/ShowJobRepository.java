package app.frontrow.office.showchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.office.showchange.ShowJob.Kind;
import app.frontrow.office.showchange.ShowJob.Status;
import app.frontrow.shared.store.DatabaseTimeConverter;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the jobs. All times are from the database's clock.
 */
@Repository
class ShowJobRepository {

	private final JdbcClient jdbc;

	ShowJobRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(ShowJob job) {
		this.jdbc
			.sql("insert into show_jobs (id, kind, concert_id, show_id, starts_at, moves_to, refund_until, reason,"
					+ " username, total, status, created_at, next_run_at) values (:id, :kind, :concert, :show,"
					+ " :startsAt, :movesTo, :refundUntil, :reason, :username, :total, 'RUNNING', utc_timestamp(6),"
					+ " utc_timestamp(6))")
			.param("id", job.id().toString())
			.param("kind", job.kind().name())
			.param("concert", job.concertId())
			.param("show", job.showId())
			.param("startsAt", toDatabase(job.startsAt()))
			.param("movesTo", toDatabase(job.movesTo()))
			.param("refundUntil", toDatabase(job.refundUntil()))
			.param("reason", job.reason())
			.param("username", job.username())
			.param("total", job.total())
			.update();
	}

	Optional<ShowJob> find(UUID id) {
		return this.jdbc.sql("select * from show_jobs where id = :id")
			.param("id", id.toString())
			.query(ShowJobRepository::read)
			.optional();
	}

	/** Returns the newest job of a show. */
	Optional<ShowJob> findNewest(long showId) {
		return this.jdbc.sql("select * from show_jobs where show_id = :show order by created_at desc limit 1")
			.param("show", showId)
			.query(ShowJobRepository::read)
			.optional();
	}

	/** Returns running jobs that are due, the oldest first. */
	List<ShowJob> findDue() {
		return this.jdbc
			.sql("select * from show_jobs where status = 'RUNNING' and next_run_at <= utc_timestamp(6)"
					+ " order by created_at limit 20")
			.query(ShowJobRepository::read)
			.list();
	}

	/**
	 * Takes a job that is due. Until the lease ends, no other instance takes it.
	 * @return whether this instance may work on it
	 */
	boolean lease(UUID id, Duration lease) {
		return this.jdbc
			.sql("update show_jobs set next_run_at = utc_timestamp(6) + interval :lease second"
					+ " where id = :id and status = 'RUNNING' and next_run_at <= utc_timestamp(6)")
			.param("id", id.toString())
			.param("lease", lease.toSeconds())
			.update() == 1;
	}

	/** Records that orders failed. The job is due again after a pause. */
	boolean retry(UUID id, int failed, Duration pause) {
		return this.jdbc
			.sql("update show_jobs set failed = :failed, next_run_at = utc_timestamp(6) + interval :pause second"
					+ " where id = :id")
			.param("id", id.toString())
			.param("failed", failed)
			.param("pause", pause.toSeconds())
			.update() == 1;
	}

	/**
	 * Adds one order and the refunded won to the progress, in the caller's transaction.
	 */
	void count(UUID id, long amount) {
		this.jdbc.sql("update show_jobs set done = done + 1, amount = amount + :amount where id = :id")
			.param("amount", amount)
			.param("id", id.toString())
			.update();
	}

	/**
	 * Ends a job. Orders that members or the staff have ended meanwhile no longer count.
	 */
	boolean finish(UUID id) {
		return this.jdbc
			.sql("update show_jobs set status = 'DONE', failed = 0, total = done,"
					+ " finished_at = utc_timestamp(6) where id = :id and status = 'RUNNING'")
			.param("id", id.toString())
			.update() == 1;
	}

	private static @Nullable Object toDatabase(@Nullable Instant time) {
		return (time != null) ? DatabaseTimeConverter.toDatabase(time) : null;
	}

	private static ShowJob read(ResultSet row, int number) throws SQLException {
		return new ShowJob(UUID.fromString(row.getString("id")), Kind.valueOf(row.getString("kind")),
				row.getLong("concert_id"), row.getLong("show_id"), DatabaseTimeConverter.readInstant(row, "starts_at"),
				DatabaseTimeConverter.readNullableInstant(row, "moves_to"),
				DatabaseTimeConverter.readNullableInstant(row, "refund_until"), row.getString("reason"),
				row.getString("username"), row.getInt("total"), row.getInt("done"), row.getInt("failed"),
				row.getLong("amount"), Status.valueOf(row.getString("status")),
				DatabaseTimeConverter.readInstant(row, "created_at"),
				DatabaseTimeConverter.readNullableInstant(row, "finished_at"));
	}

}
