package app.frontrow.waitingroom.draw;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores the sealed seeds of draws. A seed never changes, only its seal.
 */
@Repository
class DrawSeedRepository {

	private static final String COLUMNS = "select s.concert_id, s.commitment, s.sealed_seed, s.key_id from queue_draw_seeds s ";

	private final JdbcClient jdbc;

	DrawSeedRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<SealedSeed> find(long concertId) {
		return this.jdbc.sql(COLUMNS + "where s.concert_id = :concert")
			.param("concert", concertId)
			.query((row, number) -> read(row))
			.optional();
	}

	/** Stores the seed, and returns false if the concert has one already. */
	@Transactional
	boolean insert(SealedSeed seed) {
		return this.jdbc
			.sql("insert ignore into queue_draw_seeds (concert_id, commitment, sealed_seed, key_id)"
					+ " values (:concert, :commitment, :sealed, :key)")
			.param("concert", seed.concertId())
			.param("commitment", seed.commitment())
			.param("sealed", seed.sealed())
			.param("key", seed.keyId())
			.update() == 1;
	}

	/** Returns the seeds of coming and recent draws that were pinned within this time. */
	List<SealedSeed> findPinnedWithin(Duration age) {
		return this.jdbc
			.sql(COLUMNS + "left join queue_draws d on d.concert_id = s.concert_id"
					+ " where s.pinned_at > current_timestamp(6) - interval :seconds second"
					+ " and (d.drawn_at is null or d.drawn_at > utc_timestamp(6) - interval 3 day)")
			.param("seconds", age.toSeconds())
			.query((row, number) -> read(row))
			.list();
	}

	/** Returns seeds that another key has sealed, whose draw is still to come. */
	List<SealedSeed> findSealedByOtherKeys(String keyId) {
		return this.jdbc
			.sql(COLUMNS + "left join queue_draws d on d.concert_id = s.concert_id"
					+ " where s.key_id <> :key and d.concert_id is null")
			.param("key", keyId)
			.query((row, number) -> read(row))
			.list();
	}

	/** Replaces the seal, unless another instance has done so. */
	@Transactional
	void replaceSeal(SealedSeed before, SealedSeed after) {
		this.jdbc
			.sql("update queue_draw_seeds set sealed_seed = :sealed, key_id = :key"
					+ " where concert_id = :concert and key_id = :before")
			.param("sealed", after.sealed())
			.param("key", after.keyId())
			.param("concert", after.concertId())
			.param("before", before.keyId())
			.update();
	}

	private static SealedSeed read(ResultSet row) throws SQLException {
		return new SealedSeed(row.getLong("concert_id"), row.getString("commitment"), row.getString("sealed_seed"),
				row.getString("key_id"));
	}

	/**
	 * A sealed seed.
	 *
	 * @param commitment SHA-256 of the seed, which is public
	 * @param keyId the key that has sealed it
	 */
	record SealedSeed(long concertId, String commitment, String sealed, String keyId) {
	}

}
