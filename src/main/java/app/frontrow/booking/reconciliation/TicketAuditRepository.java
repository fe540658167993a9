package app.frontrow.booking.reconciliation;

import java.util.List;

import app.frontrow.shared.Discrepancy;
import app.frontrow.shared.store.KeyRange;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds tickets that contradict the sold seats. Each statement reads one page of
 * reservations.
 */
@Repository
class TicketAuditRepository {

	private final JdbcClient jdbc;

	TicketAuditRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns sold seats of these reservations that do not have exactly one valid ticket.
	 */
	List<Discrepancy> findSoldSeatsWithoutOneTicket(KeyRange reservations) {
		return find("sold-seat-has-one-ticket", """
				select concat('seat ', rs.show_id, '/', rs.seat_no), '1 valid ticket', count(t.code)
				from reservations r
				join reservation_seats rs on rs.reservation_id = r.id
				join seats s on s.show_id = rs.show_id and s.seat_no = rs.seat_no
				  and s.status = 'SOLD' and s.reservation_id = r.id
				left join payments p on p.reservation_id = r.id
				left join tickets t on t.payment_id = p.id and t.show_id = rs.show_id and t.seat_no = rs.seat_no
				  and not t.void
				where r.id > :after and r.id <= :to
				group by rs.show_id, rs.seat_no
				having count(t.code) <> 1""", reservations);
	}

	/** Returns valid tickets of these reservations whose seat is not sold to them. */
	List<Discrepancy> findTicketsWithoutSoldSeat(KeyRange reservations) {
		return find("ticket-has-sold-seat", """
				select concat('ticket ', t.code), concat('seat ', t.show_id, '/', t.seat_no, ' sold to ', r.id),
				  concat(coalesce(s.status, 'missing'), ' ', coalesce(s.reservation_id, ''))
				from reservations r
				join payments p on p.reservation_id = r.id
				join tickets t on t.payment_id = p.id and not t.void
				left join seats s on s.show_id = t.show_id and s.seat_no = t.seat_no
				where r.id > :after and r.id <= :to
				and not (s.status <=> 'SOLD' and s.reservation_id <=> r.id)""", reservations);
	}

	private List<Discrepancy> find(String check, String sql, KeyRange reservations) {
		return this.jdbc.sql(sql)
			.param("after", reservations.after())
			.param("to", reservations.to())
			.query((row, number) -> new Discrepancy(check, row.getString(1), row.getString(2), row.getString(3)))
			.list();
	}

}
