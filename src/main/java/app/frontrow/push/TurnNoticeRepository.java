package app.frontrow.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The wishes of members to be called. A wish exists until the call was sent.
 */
@Repository
class TurnNoticeRepository {

	private final JdbcClient jdbc;

	TurnNoticeRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds the wish, or renews the one of the same browser. */
	void save(UUID memberId, long concertId, PushSubscription subscription, Locale language) {
		this.jdbc.sql("""
				insert into turn_notices (member_id, concert_id, endpoint, endpoint_hash, browser_key, browser_secret,
				  language, created_at)
				values (:member, :concert, :endpoint, sha2(:endpoint, 256), :key, :secret, :language, utc_timestamp(6))
				on duplicate key update member_id = :member, browser_key = :key, browser_secret = :secret,
				  language = :language, created_at = utc_timestamp(6), claimed_until = null, attempts = 0""")
			.param("member", memberId.toString())
			.param("concert", concertId)
			.param("endpoint", subscription.endpoint())
			.param("key", subscription.publicKey())
			.param("secret", subscription.secret())
			.param("language", language.getLanguage())
			.update();
	}

	/** Deletes the wish for a mail. */
	int deleteMail(UUID memberId, long concertId) {
		return this.jdbc
			.sql("delete from turn_notices where member_id = :member and concert_id = :concert"
					+ " and endpoint like 'mail:%'")
			.param("member", memberId.toString())
			.param("concert", concertId)
			.update();
	}

	/** Deletes the wishes of the member for this concert, in all browsers. */
	int delete(UUID memberId, long concertId) {
		return this.jdbc
			.sql("delete from turn_notices where member_id = :member and concert_id = :concert"
					+ " and endpoint not like 'mail:%'")
			.param("member", memberId.toString())
			.param("concert", concertId)
			.update();
	}

	List<TurnNotice> findByMember(UUID memberId) {
		return this.jdbc.sql("select * from turn_notices where member_id = :member")
			.param("member", memberId.toString())
			.query((row, number) -> read(row))
			.list();
	}

	int deleteByMember(UUID memberId) {
		return this.jdbc.sql("delete from turn_notices where member_id = :member")
			.param("member", memberId.toString())
			.update();
	}

	int delete(long id) {
		return this.jdbc.sql("delete from turn_notices where id = :id").param("id", id).update();
	}

	/** Deletes wishes that are older than any queue token. */
	int deleteOld() {
		return this.jdbc.sql("delete from turn_notices where created_at < utc_timestamp(6) - interval 2 day").update();
	}

	List<Long> findConcerts() {
		return this.jdbc.sql("select distinct concert_id from turn_notices").query(Long.class).list();
	}

	/**
	 * Finds the wishes of these members that no instance is sending now.
	 * @param members at most as many as a waiting room has passes
	 */
	List<TurnNotice> findUnclaimed(long concertId, Collection<UUID> members) {
		return this.jdbc
			.sql("select * from turn_notices where concert_id = :concert and member_id in (:members)"
					+ " and (claimed_until is null or claimed_until < utc_timestamp(6))")
			.param("concert", concertId)
			.param("members", members.stream().map(UUID::toString).toList())
			.query((row, number) -> read(row))
			.list();
	}

	/**
	 * Reserves the wish for this instance for some seconds. If the instance ends in
	 * between, another one sends the call afterwards.
	 * @return false if another instance was faster
	 */
	boolean claim(long id, int seconds, int maxAttempts) {
		return this.jdbc
			.sql("update turn_notices set claimed_until = utc_timestamp(6) + interval :seconds second,"
					+ " attempts = attempts + 1 where id = :id and attempts < :most"
					+ " and (claimed_until is null or claimed_until < utc_timestamp(6))")
			.param("seconds", seconds)
			.param("id", id)
			.param("most", maxAttempts)
			.update() == 1;
	}

	private static TurnNotice read(ResultSet row) throws SQLException {
		return new TurnNotice(row.getLong("id"), UUID.fromString(row.getString("member_id")), row.getLong("concert_id"),
				new PushSubscription(row.getString("endpoint"), row.getString("browser_key"),
						row.getString("browser_secret")),
				Locale.forLanguageTag(row.getString("language")));
	}

}
