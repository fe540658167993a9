package app.frontrow.push;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores browsers and the notifications for them. The database's clock decides what is
 * due.
 */
@Repository
class PushOutboxRepository {

	private final JdbcClient jdbc;

	PushOutboxRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds the browser, or renews it. It belongs to the member who asked last. */
	void saveBrowser(UUID memberId, PushSubscription subscription, Locale language) {
		this.jdbc.sql("""
				insert into push_browsers (member_id, endpoint, endpoint_hash, browser_key, browser_secret, language,
				  created_at)
				values (:member, :endpoint, sha2(:endpoint, 256), :key, :secret, :language, utc_timestamp(6))
				on duplicate key update member_id = :member, browser_key = :key, browser_secret = :secret,
				  language = :language""")
			.param("member", memberId.toString())
			.param("endpoint", subscription.endpoint())
			.param("key", subscription.publicKey())
			.param("secret", subscription.secret())
			.param("language", language.getLanguage())
			.update();
	}

	void add(String kind, UUID memberId, UUID reference) {
		this.jdbc
			.sql("insert ignore into push_outbox (kind, reference, browser_id, member_id, created_at)"
					+ " select :kind, :reference, id, member_id, utc_timestamp(6) from push_browsers"
					+ " where member_id = :member")
			.param("kind", kind)
			.param("reference", reference.toString())
			.param("member", memberId.toString())
			.update();
	}

	/** Returns notifications that no instance is sending now. */
	List<OutgoingPush> findDue(int most) {
		return this.jdbc
			.sql("select o.id, o.kind, o.reference, o.browser_id, o.attempts + 1 as attempt, b.endpoint, b.browser_key,"
					+ " b.browser_secret, b.language from push_outbox o"
					+ " join push_browsers b on b.id = o.browser_id and b.member_id = o.member_id"
					+ " where o.claimed_until is null or o.claimed_until < utc_timestamp(6) order by o.id limit :most")
			.param("most", most)
			.query((row, number) -> new OutgoingPush(row.getLong("id"), row.getString("kind"),
					UUID.fromString(row.getString("reference")), row.getLong("browser_id"), row.getInt("attempt"),
					new PushSubscription(row.getString("endpoint"), row.getString("browser_key"),
							row.getString("browser_secret")),
					Locale.forLanguageTag(row.getString("language"))))
			.list();
	}

	/**
	 * Reserves the notification for this instance. If the instance ends in between,
	 * another one sends it afterwards.
	 * @return false if another instance was faster
	 */
	boolean claim(OutgoingPush push, long seconds) {
		return this.jdbc
			.sql("update push_outbox set claimed_until = utc_timestamp(6) + interval :seconds second,"
					+ " attempts = :attempt where id = :id and attempts = :attempt - 1")
			.param("seconds", seconds)
			.param("attempt", push.attempt())
			.param("id", push.id())
			.update() == 1;
	}

	int delete(long id) {
		return this.jdbc.sql("delete from push_outbox where id = :id").param("id", id).update();
	}

	int deleteBrowser(long id) {
		return this.jdbc.sql("delete from push_browsers where id = :id").param("id", id).update();
	}

	/**
	 * Deletes notifications that are older than a day, including those whose browser is
	 * gone.
	 */
	int deleteOld() {
		return this.jdbc.sql("delete from push_outbox where created_at < utc_timestamp(6) - interval 1 day").update();
	}

	List<String> findBrowsers(UUID memberId) {
		return this.jdbc.sql("select endpoint from push_browsers where member_id = :member order by id")
			.param("member", memberId.toString())
			.query(String.class)
			.list();
	}

	void deleteByMember(UUID memberId) {
		for (String table : List.of("push_outbox", "push_browsers")) {
			this.jdbc.sql("delete from " + table + " where member_id = :member")
				.param("member", memberId.toString())
				.update();
		}
	}

	/**
	 * A notification for one browser.
	 *
	 * @param attempt number of the next try, from 1
	 */
	record OutgoingPush(long id, String kind, UUID reference, long browserId, int attempt,
			PushSubscription subscription, Locale language) {
	}

}
