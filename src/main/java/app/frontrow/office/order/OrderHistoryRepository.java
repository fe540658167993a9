package app.frontrow.office.order;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import app.frontrow.office.order.OrderDetail.OrderNote;
import app.frontrow.office.order.OrderDetail.OrderPayment;
import app.frontrow.office.order.OrderDetail.OrderRefund;
import app.frontrow.office.order.OrderDetail.OrderTicket;
import app.frontrow.office.order.OrderDetail.TimelineStep;
import app.frontrow.shared.store.DatabaseTimeConverter;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the history of one order, and the notes of the staff about it.
 */
@Repository
class OrderHistoryRepository {

	private final JdbcClient jdbc;

	OrderHistoryRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	OrderPayment findPayment(UUID reservationId) {
		return this.jdbc.sql("select id, status, amount, paid_at from payments where reservation_id = :id")
			.param("id", reservationId.toString())
			.query((row, number) -> new OrderPayment(UUID.fromString(row.getString("id")), row.getString("status"),
					row.getLong("amount"), DatabaseTimeConverter.readNullableInstant(row, "paid_at")))
			.single();
	}

	List<OrderTicket> findTickets(UUID paymentId) {
		return this.jdbc.sql("select code, seat_no, void from tickets where payment_id = :id order by seat_no, code")
			.param("id", paymentId.toString())
			.query((row, number) -> new OrderTicket(row.getString("code"), row.getInt("seat_no"),
					!row.getBoolean("void")))
			.list();
	}

	/** Older refunds have no row in refunds. Their number is that of the ledger line. */
	List<OrderRefund> findRefunds(UUID paymentId) {
		return this.jdbc.sql("""
				select f.number, f.amount, f.fee, f.username, f.reason, f.created_at as at, f.part,
				  (select group_concat(t.seat_no order by t.seat_no separator ' ') from refund_tickets t
				    where t.refund_id = f.id) as seats
				from refunds f where f.payment_id = :id
				union all
				select concat('R-', l.id), l.amount, 0, null, null, l.created_at, 0, null
				from ledger_entries l where l.reference = :id and l.type = 'REFUND' and l.part = 0
				order by part""")
			.param("id", paymentId.toString())
			.query((row, number) -> new OrderRefund(row.getString("number"), row.getLong("amount"), row.getLong("fee"),
					seats(row.getString("seats")), row.getString("username"), row.getString("reason"),
					DatabaseTimeConverter.readInstant(row, "at")))
			.list();
	}

	private static List<Integer> seats(@Nullable String joined) {
		return (joined != null) ? Arrays.stream(joined.split(" ")).map(Integer::valueOf).toList() : List.of();
	}

	List<OrderNote> findNotes(UUID reservationId) {
		return this.jdbc
			.sql("select username, text, created_at from order_notes where reservation_id = :id order by id")
			.param("id", reservationId.toString())
			.query((row, number) -> new OrderNote(row.getString("username"), row.getString("text"),
					DatabaseTimeConverter.readInstant(row, "created_at")))
			.list();
	}

	/** What the staff did with the seats of the order, the oldest first. */
	List<TimelineStep> findSeatSteps(UUID reservationId) {
		return this.jdbc.sql("""
				select given_at as at, 'given' as what, username, reason from complimentary_orders
				  where reservation_id = :id
				union all
				select moved_at, 'reseated', username, concat(from_seat, ' → ', to_seat, ': ', reason) from seat_moves
				  where reservation_id = :id
				order by at""")
			.param("id", reservationId.toString())
			.query((row, number) -> new TimelineStep(DatabaseTimeConverter.readInstant(row, "at"),
					row.getString("what"), row.getString("username"), row.getString("reason")))
			.list();
	}

	void insertNote(UUID reservationId, String username, String text) {
		this.jdbc
			.sql("insert into order_notes (reservation_id, username, text, created_at)"
					+ " values (:id, :username, :text, utc_timestamp(6))")
			.param("id", reservationId.toString())
			.param("username", username)
			.param("text", text)
			.update();
	}

}
