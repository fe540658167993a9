package app.frontrow.staff;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.shared.StaffRole;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The statements on invitations. All times are from the database's clock.
 */
@Repository
class StaffInviteRepository {

	/** The link of the first owner works only while there is no owner. */
	private static final String OPEN = " where token_hash = :hash and used_at is null and expires_at > utc_timestamp(6)"
			+ " and (created_by is not null"
			+ " or not exists (select 1 from staff_roles where role = 'OWNER' and concert_id = 0))";

	private final JdbcClient jdbc;

	StaffInviteRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(String hash, StaffInvite invite, @Nullable UUID createdBy, Duration lifetime) {
		this.jdbc.sql("insert into staff_invites (token_hash, role, concert_id, created_by, created_at, expires_at)"
				+ " values (:hash, :role, :concert, :by, utc_timestamp(6), utc_timestamp(6) + interval :life second)")
			.param("hash", hash)
			.param("role", invite.role().name())
			.param("concert", (invite.concertId() != null) ? invite.concertId() : 0)
			.param("by", (createdBy != null) ? createdBy.toString() : null)
			.param("life", lifetime.toSeconds())
			.update();
	}

	Optional<StaffInvite> findOpen(String hash) {
		return this.jdbc.sql("select role, concert_id from staff_invites" + OPEN)
			.param("hash", hash)
			.query((row, number) -> new StaffInvite(StaffRole.valueOf(row.getString("role")),
					(row.getLong("concert_id") != 0) ? row.getLong("concert_id") : null))
			.optional();
	}

	/** Returns false if somebody else has used the invitation. */
	boolean use(String hash, UUID memberId) {
		return this.jdbc.sql("update staff_invites set used_at = utc_timestamp(6), used_by = :member" + OPEN)
			.param("member", memberId.toString())
			.param("hash", hash)
			.update() == 1;
	}

}
