package app.frontrow.booking.reconciliation;

import java.util.List;
import java.util.stream.Stream;

import app.frontrow.shared.Discrepancy;
import app.frontrow.shared.store.KeyRange;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds refunds that contradict their tickets, or the price that is still kept. Each
 * statement reads one page of reservations.
 */
@Repository
class RefundAuditRepository {

	private final JdbcClient jdbc;

	RefundAuditRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns the differences that all checks of this class find. */
	List<Discrepancy> findAll(KeyRange reservations) {
		return Stream.of(findWrongSums(reservations), findValidTickets(reservations), findWrongRests(reservations))
			.flatMap(List::stream)
			.toList();
	}

	/** Returns refunds whose sums are not those of their tickets. */
	private List<Discrepancy> findWrongSums(KeyRange reservations) {
		return find("refund-is-sum-of-tickets", """
				select concat('refund ', f.number), concat('price ', f.amount + f.fee, ', fee ', f.fee),
				  concat('price ', coalesce(sum(t.price), 0), ', fee ', coalesce(sum(t.fee), 0))
				from reservations r
				join payments p on p.reservation_id = r.id
				join refunds f on f.payment_id = p.id
				left join refund_tickets t on t.refund_id = f.id
				where r.id > :after and r.id <= :to
				group by f.id, f.number, f.amount, f.fee
				having f.amount + f.fee <> coalesce(sum(t.price), 0) or f.fee <> coalesce(sum(t.fee), 0)""",
				reservations);
	}

	/** Returns refunded tickets that are still valid, or that do not exist. */
	private List<Discrepancy> findValidTickets(KeyRange reservations) {
		return find("refunded-ticket-is-void",
				"""
						select concat('ticket ', rt.ticket_code), 'void', case when t.code is null then 'missing' else 'valid' end
						from reservations r
						join payments p on p.reservation_id = r.id
						join refunds f on f.payment_id = p.id
						join refund_tickets rt on rt.refund_id = f.id
						left join tickets t on t.code = rt.ticket_code and t.payment_id = p.id
						where r.id > :after and r.id <= :to and not (t.void <=> true)""",
				reservations);
	}

	/**
	 * Returns paid reservations with wrong sums. The total must be the price of their
	 * seats. The payment must be this price plus everything that was refunded, fees
	 * included.
	 */
	private List<Discrepancy> findWrongRests(KeyRange reservations) {
		return find("paid-is-kept-and-refunded", """
				select concat('reservation ', id), concat('paid ', amount, ', total ', total),
				  concat('seats ', kept, ', refunded ', refunded)
				from (
				  select r.id, p.amount, r.total,
				    coalesce((select sum(s.price) from reservation_seats s where s.reservation_id = r.id), 0) as kept,
				    coalesce((select sum(f.amount + f.fee) from refunds f where f.payment_id = p.id), 0) as refunded
				  from reservations r join payments p on p.reservation_id = r.id
				  where r.id > :after and r.id <= :to and r.status = 'CONFIRMED'
				) sums
				where amount <> kept + refunded or total <> kept""", reservations);
	}

	private List<Discrepancy> find(String check, String sql, KeyRange reservations) {
		return this.jdbc.sql(sql)
			.param("after", reservations.after())
			.param("to", reservations.to())
			.query((row, number) -> new Discrepancy(check, row.getString(1), row.getString(2), row.getString(3)))
			.list();
	}

}
