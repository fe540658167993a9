package app.frontrow.booking.reconciliation;

import java.util.List;

import app.frontrow.shared.Discrepancy;
import app.frontrow.shared.store.KeyRange;
import app.frontrow.shared.store.KeyRangeReader;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds seats and reservations that contradict each other. Each statement reads one page
 * of rows, by the id of the show or of the reservation.
 */
@Service
public class SeatAuditService {

	private final JdbcClient jdbc;

	private final KeyRangeReader ranges;

	SeatAuditService(JdbcClient jdbc, KeyRangeReader ranges) {
		this.jdbc = jdbc;
		this.ranges = ranges;
	}

	/**
	 * Returns the next page of shows. A show is never split.
	 * @param after id of the last show of the page before
	 * @param seats minimum number of seats on the page
	 */
	public KeyRange findNextShows(String after, int seats) {
		return this.jdbc.sql("select show_id from seats where show_id > :after order by show_id limit 1 offset :before")
			.param("after", firstShow(after))
			.param("before", seats - 1)
			.query(Long.class)
			.optional()
			.map((to) -> new KeyRange(after, to.toString()))
			.orElseGet(() -> KeyRange.allAfter(after));
	}

	public KeyRange findNextReservations(String after, int rows) {
		return this.ranges.read("reservations", "id", after, rows);
	}

	/** Returns sold seats without a paid reservation. */
	public List<Discrepancy> findUnexplainedSales(KeyRange shows) {
		return find("sold-seats-are-paid", """
				select concat(s.show_id, '/', s.seat_no), 'a paid reservation',
				  concat('sold to ', coalesce(s.reservation_id, 'nobody'), ', ', coalesce(r.status, 'unknown'))
				from seats s
				left join reservations r on r.id = s.reservation_id
				left join reservation_seats rs
				  on rs.reservation_id = s.reservation_id and rs.show_id = s.show_id and rs.seat_no = s.seat_no
				where s.show_id > :after and s.show_id <= :to
				and s.status = 'SOLD' and (rs.reservation_id is null or r.status <> 'CONFIRMED')""",
				firstShow(shows.after()), lastShow(shows));
	}

	/** Returns seats of paid reservations that are not sold to them. */
	public List<Discrepancy> findUnsoldPaidSeats(KeyRange reservations) {
		return find("paid-seats-are-sold", """
				select concat(rs.show_id, '/', rs.seat_no), concat('sold to ', r.id),
				  concat(coalesce(s.status, 'missing'), ' ', coalesce(s.reservation_id, ''))
				from reservations r
				join reservation_seats rs on rs.reservation_id = r.id
				left join seats s on s.show_id = rs.show_id and s.seat_no = rs.seat_no
				where r.id > :after and r.id <= :to and r.status = 'CONFIRMED'
				and (s.status is null or s.status <> 'SOLD' or s.reservation_id <> r.id)""", reservations.after(),
				reservations.to());
	}

	/** Returns seats of paid and held reservations that belong to another one. */
	public List<Discrepancy> findWrongOwners(KeyRange reservations) {
		return find("one-owner-per-seat", """
				select concat(rs.show_id, '/', rs.seat_no), concat('belongs to ', r.id),
				  concat('belongs to ', coalesce(s.reservation_id, 'nobody'))
				from reservations r
				join reservation_seats rs on rs.reservation_id = r.id
				left join seats s on s.show_id = rs.show_id and s.seat_no = rs.seat_no
				where r.id > :after and r.id <= :to
				and (r.status = 'CONFIRMED' or (r.status = 'HELD' and r.held_until > utc_timestamp(6)))
				and not (s.reservation_id <=> r.id)""", reservations.after(), reservations.to());
	}

	public List<String> findConfirmedIds(KeyRange reservations) {
		return this.jdbc.sql("select id from reservations where id > :after and id <= :to and status = 'CONFIRMED'")
			.param("after", reservations.after())
			.param("to", reservations.to())
			.query(String.class)
			.list();
	}

	private List<Discrepancy> find(String check, String sql, Object after, Object to) {
		return this.jdbc.sql(sql)
			.param("after", after)
			.param("to", to)
			.query((row, number) -> new Discrepancy(check, "seat " + row.getString(1), row.getString(2),
					row.getString(3)))
			.list();
	}

	static long lastShow(KeyRange shows) {
		return shows.isLast() ? Long.MAX_VALUE : Long.parseLong(shows.to());
	}

	static long firstShow(String after) {
		return after.equals(KeyRange.BEFORE_FIRST) ? Long.MIN_VALUE : Long.parseLong(after);
	}

}
