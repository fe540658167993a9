package app.frontrow.booking.change;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores changes of shows.
 */
@Repository
public class ShowChangeRepository {

	private final JdbcClient jdbc;

	ShowChangeRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the paid reservations of the concert whose show has not begun, with their
	 * members.
	 */
	List<Buyer> findBuyers(long concertId) {
		return this.jdbc
			.sql("select id, member_id from reservations where concert_id = :concert and status = 'CONFIRMED'"
					+ " and starts_at > utc_timestamp(6)")
			.param("concert", concertId)
			.query((row, number) -> new Buyer(UUID.fromString(row.getString("id")),
					UUID.fromString(row.getString("member_id"))))
			.list();
	}

	void add(ShowChange change) {
		this.jdbc
			.sql("insert into show_changes (id, reservation_id, member_id, old_title, old_venue, changed_at)"
					+ " values (:id, :reservation, :member, :title, :venue, utc_timestamp(6))")
			.param("id", change.id().toString())
			.param("reservation", change.reservationId().toString())
			.param("member", change.memberId().toString())
			.param("title", change.oldTitle())
			.param("venue", change.oldVenue())
			.update();
	}

	/** Returns the change with this id. */
	public Optional<ShowChange> find(UUID id) {
		return this.jdbc.sql("select * from show_changes where id = :id")
			.param("id", id.toString())
			.query((row, number) -> new ShowChange(id, UUID.fromString(row.getString("reservation_id")),
					UUID.fromString(row.getString("member_id")), row.getString("old_title"),
					row.getString("old_venue")))
			.optional();
	}

	/**
	 * A paid reservation.
	 */
	record Buyer(UUID reservationId, UUID memberId) {
	}

}
