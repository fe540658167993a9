package app.frontrow.security.account;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The statements on requests for a new password by mail. The database's clock ends them.
 */
@Repository
class PasswordResetRepository {

	private static final String USABLE = " where id = :id and member_id is not null and ends_at > utc_timestamp(6)";

	private final JdbcClient jdbc;

	PasswordResetRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(UUID id, String username, Duration lifetime) {
		this.jdbc
			.sql("insert into password_resets (id, username, ends_at)"
					+ " values (:id, :username, utc_timestamp(6) + interval :seconds second)")
			.param("id", id.toString())
			.param("username", username)
			.param("seconds", lifetime.toSeconds())
			.update();
	}

	/** Locks a request that no instance has looked at. */
	Optional<Request> lockNew() {
		return this.jdbc
			.sql("select id, username from password_resets where not handled and ends_at > utc_timestamp(6)"
					+ " order by ends_at limit 1 for update skip locked")
			.query((row, number) -> new Request(UUID.fromString(row.getString(1)), row.getString(2)))
			.optional();
	}

	/**
	 * Notes whose request it is.
	 * @param memberId null if nobody has the name
	 */
	void markHandled(UUID id, @Nullable UUID memberId) {
		this.jdbc.sql("update password_resets set handled = true, member_id = :member where id = :id")
			.param("member", (memberId != null) ? memberId.toString() : null)
			.param("id", id.toString())
			.update();
	}

	Optional<UUID> findMember(UUID id) {
		return this.jdbc.sql("select member_id from password_resets" + USABLE)
			.param("id", id.toString())
			.query((row, number) -> UUID.fromString(row.getString(1)))
			.optional();
	}

	/** Returns false if it was used meanwhile, or has ended. */
	boolean use(UUID id) {
		return this.jdbc.sql("delete from password_resets" + USABLE).param("id", id.toString()).update() == 1;
	}

	void deleteByMember(UUID memberId) {
		this.jdbc.sql("delete from password_resets where member_id = :member")
			.param("member", memberId.toString())
			.update();
	}

	int deleteEnded() {
		return this.jdbc.sql("delete from password_resets where ends_at <= utc_timestamp(6)").update();
	}

	record Request(UUID id, String username) {
	}

}
