package app.frontrow.office.seat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the seats of a show for the ticket office. Shows of drafts are read too.
 */
@Repository
class OfficeSeatRepository {

	private static final String SEATS = """
			select s.seat_no, s.grade, s.price, s.reservation_id, case
			    when s.status = 'HELD' and s.hold_until <= utc_timestamp(6) then 'AVAILABLE'
			    when s.status = 'SOLD' and c.reservation_id is not null then 'COMPLIMENTARY'
			    else s.status end as state,
			  coalesce(c.reason, b.reason) as reason, coalesce(c.username, b.username) as username
			from seats s
			left join complimentary_orders c on c.reservation_id = s.reservation_id and s.status = 'SOLD'
			left join seat_blocks b on b.block_id = s.reservation_id and b.seat_no = s.seat_no and s.status = 'BLOCKED'
			where s.show_id = :show order by s.seat_no""";

	private final JdbcClient jdbc;

	OfficeSeatRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The concert of a show, also of one that was withdrawn. */
	Optional<Long> findConcertId(long showId) {
		return this.jdbc.sql("select concert_id from shows where id = :id")
			.param("id", showId)
			.query(Long.class)
			.optional();
	}

	Optional<Long> findShowOfOrder(UUID orderId) {
		return this.jdbc.sql("select show_id from reservations where id = :id")
			.param("id", orderId.toString())
			.query(Long.class)
			.optional();
	}

	Optional<OfficeSeatPlan> findPlan(long showId) {
		List<OfficeSeat> seats = this.jdbc.sql(SEATS)
			.param("show", showId)
			.query(OfficeSeatRepository::readSeat)
			.list();
		return this.jdbc
			.sql("select s.concert_id, c.title, s.starts_at, c.announced, s.starts_at <= utc_timestamp(6) as begun"
					+ " from shows s join concerts c on c.id = s.concert_id where s.id = :id and not s.withdrawn")
			.param("id", showId)
			.query((row, number) -> new OfficeSeatPlan(showId, row.getLong("concert_id"), row.getString("title"),
					DatabaseTimeConverter.readInstant(row, "starts_at"), row.getBoolean("announced"),
					row.getBoolean("begun"), seats))
			.optional();
	}

	private static OfficeSeat readSeat(ResultSet row, int number) throws SQLException {
		OfficeSeatStatus status = OfficeSeatStatus.valueOf(row.getString("state"));
		boolean ordered = status != OfficeSeatStatus.AVAILABLE && status != OfficeSeatStatus.BLOCKED;
		return new OfficeSeat(row.getInt("seat_no"), row.getString("grade"), row.getLong("price"), status,
				ordered ? UUID.fromString(row.getString("reservation_id")) : null, row.getString("username"),
				row.getString("reason"));
	}

}
