package app.frontrow.wishes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.shared.TimeOrderedUuid;
import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores wishes.
 */
@Repository
class WishRepository {

	private final JdbcClient jdbc;

	WishRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds a wish, unless the member has the same one already. */
	int add(UUID memberId, long concertId, WishKind kind) {
		return this.jdbc
			.sql("insert ignore into wishes (id, member_id, concert_id, kind, waiting, created_at)"
					+ " values (:id, :member, :concert, :kind, 1, utc_timestamp(6))")
			.param("id", TimeOrderedUuid.next().toString())
			.param("member", memberId.toString())
			.param("concert", concertId)
			.param("kind", kind.name())
			.update();
	}

	int withdraw(UUID memberId, long concertId, WishKind kind) {
		return this.jdbc
			.sql("delete from wishes where member_id = :member and concert_id = :concert and kind = :kind"
					+ " and waiting = 1")
			.param("member", memberId.toString())
			.param("concert", concertId)
			.param("kind", kind.name())
			.update();
	}

	Optional<Wish> find(UUID id) {
		return this.jdbc.sql("select * from wishes where id = :id")
			.param("id", id.toString())
			.query(WishRepository::read)
			.optional();
	}

	List<Wish> findByMember(UUID memberId) {
		return this.jdbc.sql("select * from wishes where member_id = :member order by created_at, id")
			.param("member", memberId.toString())
			.query(WishRepository::read)
			.list();
	}

	/** Returns the concerts with waiting wishes, each with the kind of the wishes. */
	List<Topic> findTopics() {
		return this.jdbc.sql("select distinct concert_id, kind from wishes where waiting = 1")
			.query((row, number) -> new Topic(row.getLong("concert_id"), WishKind.valueOf(row.getString("kind"))))
			.list();
	}

	/**
	 * Returns the oldest waiting wishes.
	 * @param seconds the least age of a wish
	 */
	List<Wish> findWaiting(Topic topic, int seconds, int most) {
		return this.jdbc
			.sql("select * from wishes where waiting = 1 and concert_id = :concert and kind = :kind"
					+ " and created_at <= utc_timestamp(6) - interval :seconds second order by created_at, id"
					+ " limit :most")
			.param("concert", topic.concertId())
			.param("kind", topic.kind().name())
			.param("seconds", seconds)
			.param("most", most)
			.query(WishRepository::read)
			.list();
	}

	/**
	 * Records that the news is written. The same transaction writes the news.
	 * @return false if another instance was faster, or the member has withdrawn the wish
	 */
	boolean markTold(UUID id) {
		return this.jdbc
			.sql("update wishes set waiting = null, told_at = utc_timestamp(6) where id = :id and waiting = 1")
			.param("id", id.toString())
			.update() == 1;
	}

	int deleteWaiting(Topic topic) {
		return this.jdbc.sql("delete from wishes where waiting = 1 and concert_id = :concert and kind = :kind")
			.param("concert", topic.concertId())
			.param("kind", topic.kind().name())
			.update();
	}

	/**
	 * Deletes wishes that were fulfilled long ago. No mail of them is still on its way.
	 */
	int deleteOld() {
		return this.jdbc.sql("delete from wishes where told_at < utc_timestamp(6) - interval 30 day").update();
	}

	void deleteByMember(UUID memberId) {
		this.jdbc.sql("delete from wishes where member_id = :member").param("member", memberId.toString()).update();
	}

	private static Wish read(ResultSet row, int number) throws SQLException {
		return new Wish(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("member_id")),
				row.getLong("concert_id"), WishKind.valueOf(row.getString("kind")),
				DatabaseTimeConverter.readInstant(row, "created_at"),
				DatabaseTimeConverter.readNullableInstant(row, "told_at"));
	}

	/**
	 * A concert and a kind of news that members wait for.
	 */
	record Topic(long concertId, WishKind kind) {
	}

}
