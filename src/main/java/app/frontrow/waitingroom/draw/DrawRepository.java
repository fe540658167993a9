package app.frontrow.waitingroom.draw;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores the seed of each draw and how many numbers took part. A row is written at the
 * opening and never changes. It stays in the database after the queue has ended.
 */
@Repository
class DrawRepository {

	private final JdbcClient jdbc;

	DrawRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Entry> find(long concertId) {
		return this.jdbc.sql("select entrants, seed, drawn_at from queue_draws where concert_id = :concert")
			.param("concert", concertId)
			.query((row, number) -> new Entry(row.getLong("entrants"), row.getString("seed"),
					row.getObject("drawn_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
			.optional();
	}

	/** Stores the draw, unless another instance has stored it. */
	@Transactional
	void insert(long concertId, long entrants, String seed) {
		this.jdbc
			.sql("insert ignore into queue_draws (concert_id, entrants, seed, drawn_at)"
					+ " values (:concert, :entrants, :seed, utc_timestamp(6))")
			.param("concert", concertId)
			.param("entrants", entrants)
			.param("seed", seed)
			.update();
	}

	/**
	 * A draw after the opening.
	 *
	 * @param entrants how many numbers took part; 0 if nobody joined before the opening
	 * @param seed null if it was not stored
	 */
	record Entry(long entrants, @Nullable String seed, Instant drawnAt) {
	}

}
