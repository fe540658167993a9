package app.frontrow.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the mail addresses of members.
 */
@Repository
class MailAddressRepository {

	private final JdbcClient jdbc;

	MailAddressRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Replaces the member's address. The new one is not confirmed. */
	void replace(UUID memberId, String address, String language, UUID confirmation, Duration confirmable) {
		delete(memberId);
		this.jdbc
			.sql("insert into mail_addresses (member_id, address, language, confirmation, confirmation_ends)"
					+ " values (:member, :address, :language, :confirmation,"
					+ " utc_timestamp(6) + interval :seconds second)")
			.param("member", memberId.toString())
			.param("address", address)
			.param("language", language)
			.param("confirmation", confirmation.toString())
			.param("seconds", confirmable.toSeconds())
			.update();
	}

	Optional<MailAddress> find(UUID memberId) {
		return this.jdbc.sql("select address, language, confirmed_at from mail_addresses where member_id = :member")
			.param("member", memberId.toString())
			.query((row, number) -> new MailAddress(row.getString("address"), row.getString("language"),
					DatabaseTimeConverter.readNullableInstant(row, "confirmed_at")))
			.optional();
	}

	/**
	 * Returns the member whose address the confirmation is for, if it can still be used.
	 * This locks the row.
	 */
	Optional<UUID> lockByConfirmation(UUID confirmation) {
		return this.jdbc
			.sql("select member_id from mail_addresses where confirmation = :confirmation"
					+ " and confirmation_ends > utc_timestamp(6) for update")
			.param("confirmation", confirmation.toString())
			.query((row, number) -> UUID.fromString(row.getString(1)))
			.optional();
	}

	void confirm(UUID memberId) {
		this.jdbc
			.sql("update mail_addresses set confirmed_at = utc_timestamp(6), confirmation = null,"
					+ " confirmation_ends = null where member_id = :member")
			.param("member", memberId.toString())
			.update();
	}

	void delete(UUID memberId) {
		this.jdbc.sql("delete from mail_addresses where member_id = :member")
			.param("member", memberId.toString())
			.update();
	}

}
