package app.frontrow.waitingroom;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many took part in each draw: written once, at the opening, and never changed. It
 * outlives the queue.
 */
@Repository
class DrawRecords {

	private final JdbcClient jdbc;

	DrawRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Entry> find(long concertId) {
		return this.jdbc.sql("select entrants, drawn_at from queue_draws where concert_id = :concert")
			.param("concert", concertId)
			.query((row, number) -> new Entry(row.getLong("entrants"),
					row.getObject("drawn_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
			.optional();
	}

	/** Writes it down, unless another instance has. */
	@Transactional
	void insert(long concertId, long entrants) {
		this.jdbc
			.sql("insert ignore into queue_draws (concert_id, entrants, drawn_at)"
					+ " values (:concert, :entrants, utc_timestamp(6))")
			.param("concert", concertId)
			.param("entrants", entrants)
			.update();
	}

	/**
	 * A draw that has taken place.
	 *
	 * @param entrants how many numbers took part; 0 if nobody came before the opening
	 */
	record Entry(long entrants, Instant drawnAt) {
	}

}
