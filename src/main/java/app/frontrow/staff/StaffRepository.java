package app.frontrow.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.shared.StaffRole;
import app.frontrow.shared.store.DatabaseTimeConverter;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * The statements on roles of the staff. Concert 0 stands for all concerts.
 */
@Repository
class StaffRepository {

	private static final String SELECT = "select s.id, s.member_id, m.username, m.display_name, s.role, s.concert_id,"
			+ " s.granted_at from staff_roles s join members m on m.id = s.member_id ";

	private final JdbcClient jdbc;

	StaffRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<StaffGrant> findAll() {
		return this.jdbc.sql(SELECT + "order by m.username, s.id").query(StaffRepository::read).list();
	}

	Optional<StaffGrant> find(long id) {
		return this.jdbc.sql(SELECT + "where s.id = :id").param("id", id).query(StaffRepository::read).optional();
	}

	/** Returns the id of the role; of the one there is, if the member has it already. */
	long insert(UUID memberId, StaffRole role, @Nullable Long concertId) {
		GeneratedKeyHolder id = new GeneratedKeyHolder();
		this.jdbc
			.sql("insert into staff_roles (member_id, role, concert_id, granted_at)"
					+ " values (:member, :role, :concert, utc_timestamp(6))"
					+ " on duplicate key update id = last_insert_id(id)")
			.param("member", memberId.toString())
			.param("role", role.name())
			.param("concert", (concertId != null) ? concertId : 0)
			.update(id);
		return id.getKeyList().get(0).values().stream().map((key) -> ((Number) key).longValue()).findFirst().get();
	}

	/**
	 * Locks the owners until the transaction ends, so two of them cannot remove each
	 * other.
	 */
	List<Long> lockOwners() {
		return this.jdbc
			.sql("select id from staff_roles where role = 'OWNER' and concert_id = 0 order by id for update")
			.query(Long.class)
			.list();
	}

	List<StaffGrant> findByMember(UUID memberId) {
		return this.jdbc.sql(SELECT + "where s.member_id = :member order by s.id")
			.param("member", memberId.toString())
			.query(StaffRepository::read)
			.list();
	}

	void deleteByMember(UUID memberId) {
		this.jdbc.sql("delete from staff_roles where member_id = :member")
			.param("member", memberId.toString())
			.update();
	}

	boolean delete(long id) {
		return this.jdbc.sql("delete from staff_roles where id = :id").param("id", id).update() == 1;
	}

	private static StaffGrant read(ResultSet row, int number) throws SQLException {
		long concert = row.getLong("concert_id");
		return new StaffGrant(row.getLong("id"), UUID.fromString(row.getString("member_id")), row.getString("username"),
				row.getString("display_name"), StaffRole.valueOf(row.getString("role")),
				(concert != 0) ? concert : null, DatabaseTimeConverter.readInstant(row, "granted_at"));
	}

}
