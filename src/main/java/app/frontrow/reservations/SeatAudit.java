package app.frontrow.reservations;

import java.util.List;
import java.util.UUID;

import app.frontrow.shared.Discrepancy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Looks through seats and reservations for what cannot be. Every look is one statement,
 * or one page of reservations.
 */
@Service
public class SeatAudit {

	private final JdbcClient jdbc;

	SeatAudit(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Sold seats that no paid reservation names.
	 */
	public List<Discrepancy> soldSeats() {
		return find("sold-seats-are-paid", "seat", """
				select concat(s.show_id, '/', s.seat_no), 'a paid reservation',
				  concat('sold to ', coalesce(s.reservation_id, 'nobody'), ', ', coalesce(r.status, 'unknown'))
				from seats s
				left join reservations r on r.id = s.reservation_id
				left join reservation_seats rs
				  on rs.reservation_id = s.reservation_id and rs.show_id = s.show_id and rs.seat_no = s.seat_no
				where s.status = 'SOLD' and (rs.reservation_id is null or r.status <> 'CONFIRMED') limit :most""");
	}

	/**
	 * Seats of paid reservations that are not sold to them.
	 */
	public List<Discrepancy> paidSeats() {
		return find("paid-seats-are-sold", "seat", """
				select concat(rs.show_id, '/', rs.seat_no), concat('sold to ', r.id),
				  concat(coalesce(s.status, 'missing'), ' ', coalesce(s.reservation_id, ''))
				from reservations r
				join reservation_seats rs on rs.reservation_id = r.id
				left join seats s on s.show_id = rs.show_id and s.seat_no = rs.seat_no
				where r.status = 'CONFIRMED'
				and (s.status is null or s.status <> 'SOLD' or s.reservation_id <> r.id) limit :most""");
	}

	/**
	 * Seats that more than one live reservation names.
	 */
	public List<Discrepancy> owners() {
		return find("one-owner-per-seat", "seat", """
				select concat(rs.show_id, '/', rs.seat_no), 'one live reservation',
				  concat(count(*), ': ', substring(group_concat(r.id), 1, 200))
				from reservations r
				join reservation_seats rs on rs.reservation_id = r.id
				where r.status = 'CONFIRMED' or (r.status = 'HELD' and r.held_until > utc_timestamp(6))
				group by rs.show_id, rs.seat_no having count(*) > 1 limit :most""");
	}

	/**
	 * A page of paid reservations, in order of their ids.
	 * @param after where the page before ended, empty for the first
	 */
	public List<UUID> confirmedAfter(String after, int most) {
		return this.jdbc
			.sql("select id from reservations where id > :after and status = 'CONFIRMED' order by id limit :most")
			.param("after", after)
			.param("most", most)
			.query((row, number) -> UUID.fromString(row.getString(1)))
			.list();
	}

	private List<Discrepancy> find(String check, String kind, String sql) {
		return this.jdbc.sql(sql)
			.param("most", Discrepancy.MOST)
			.query((row, number) -> new Discrepancy(check, kind + " " + row.getString(1), row.getString(2),
					row.getString(3)))
			.list();
	}

}
