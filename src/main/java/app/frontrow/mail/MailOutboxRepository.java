package app.frontrow.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores the outbox of mails. The database's clock decides what is due.
 */
@Repository
public class MailOutboxRepository {

	private static final String INSERT = "insert ignore into mail_outbox (kind, reference, member_id, address, language,"
			+ " status, attempts, next_attempt_at, created_at) select :kind, :reference, member_id, address, language,"
			+ " 'PENDING', 0, utc_timestamp(6), utc_timestamp(6) from mail_addresses where member_id = :member";

	private final JdbcClient jdbc;

	MailOutboxRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a mail, unless the member has no confirmed address or the mail is there
	 * already.
	 */
	void addForConfirmedAddress(String kind, UUID memberId, UUID reference) {
		add(INSERT + " and confirmed_at is not null", kind, memberId, reference);
	}

	void addForAnyAddress(String kind, UUID memberId, UUID reference) {
		add(INSERT, kind, memberId, reference);
	}

	private void add(String insert, String kind, UUID memberId, UUID reference) {
		this.jdbc.sql(insert)
			.param("kind", kind)
			.param("reference", reference.toString())
			.param("member", memberId.toString())
			.update();
	}

	/** Returns mails whose next try is due. */
	public List<OutgoingMail> findDue(int most) {
		return this.jdbc
			.sql("select id, kind, reference, member_id, address, language, attempts + 1 as attempt from mail_outbox"
					+ " where status = 'PENDING' and next_attempt_at <= utc_timestamp(6) order by next_attempt_at, id"
					+ " limit :most")
			.param("most", most)
			.query(MailOutboxRepository::readOutgoing)
			.list();
	}

	/**
	 * Takes a mail for one try. No other instance tries before the pause is over. If this
	 * instance fails, another one tries after the pause.
	 * @return false if another instance was faster
	 */
	@Transactional
	public boolean claim(OutgoingMail mail, Duration pause) {
		return this.jdbc
			.sql("update mail_outbox set attempts = :attempt,"
					+ " next_attempt_at = utc_timestamp(6) + interval :micros microsecond"
					+ " where id = :id and status = 'PENDING' and attempts = :attempt - 1")
			.param("attempt", mail.attempt())
			.param("micros", pause.toNanos() / 1_000)
			.param("id", mail.id())
			.update() == 1;
	}

	/** Records that the mail server has accepted the mail. */
	@Transactional
	public void markSent(long id) {
		this.jdbc
			.sql("update mail_outbox set status = 'SENT', sent_at = utc_timestamp(6)"
					+ " where id = :id and status = 'PENDING'")
			.param("id", id)
			.update();
	}

	/**
	 * Ends the tries.
	 * @param status {@code FAILED} or {@code DROPPED}
	 */
	@Transactional
	public void markEnded(long id, String status) {
		this.jdbc.sql("update mail_outbox set status = :status where id = :id and status = 'PENDING'")
			.param("status", status)
			.param("id", id)
			.update();
	}

	List<SentMail> findByMember(UUID memberId, int most) {
		return this.jdbc
			.sql("select kind, address, status, created_at, sent_at from mail_outbox where member_id = :member"
					+ " order by id desc limit :most")
			.param("member", memberId.toString())
			.param("most", most)
			.query((row, number) -> new SentMail(row.getString("kind"), row.getString("address"),
					row.getString("status"), DatabaseTimeConverter.readInstant(row, "created_at"),
					DatabaseTimeConverter.readNullableInstant(row, "sent_at")))
			.list();
	}

	/** Counts the mails with this status. */
	public long count(String status) {
		return this.jdbc.sql("select count(*) from mail_outbox where status = :status")
			.param("status", status)
			.query(Long.class)
			.single();
	}

	void deleteByMember(UUID memberId) {
		this.jdbc.sql("delete from mail_outbox where member_id = :member")
			.param("member", memberId.toString())
			.update();
	}

	private static OutgoingMail readOutgoing(ResultSet row, int number) throws SQLException {
		return new OutgoingMail(row.getLong("id"), row.getString("kind"), UUID.fromString(row.getString("reference")),
				UUID.fromString(row.getString("member_id")), row.getString("address"),
				Locale.forLanguageTag(row.getString("language")), row.getInt("attempt"));
	}

}
