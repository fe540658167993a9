package app.frontrow.office.export;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import app.frontrow.office.export.OrderPageReader.ExportedOrder;
import app.frontrow.office.export.file.RowWriter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Exports tickets, one per row, including tickets that are no longer valid. The range
 * applies to the time of their orders.
 */
@Repository
class TicketExport implements ExportTable {

	private static final String TICKETS = """
			select t.payment_id, t.code, t.seat_no, t.void, s.grade, s.price
			from tickets t join payments p on p.id = t.payment_id
			left join reservation_seats s on s.reservation_id = p.reservation_id and s.seat_no = t.seat_no
			where t.payment_id in (:ids) order by t.seat_no, t.code""";

	private final OrderPageReader orders;

	private final JdbcClient jdbc;

	TicketExport(OrderPageReader orders, ReportDatabase database) {
		this.orders = orders;
		this.jdbc = database.jdbc();
	}

	@Override
	public ExportKind kind() {
		return ExportKind.TICKETS;
	}

	@Override
	public List<String> columns() {
		return List.of("ticket", "valid", "booking-number", "concert", "title", "show", "seat", "grade", "price",
				"username", "name", "paid-at");
	}

	@Override
	public void write(ExportRange range, RowWriter rows) throws IOException {
		this.orders.readPages(range, (page) -> writePage(page, rows));
	}

	private void writePage(List<ExportedOrder> page, RowWriter rows) throws IOException {
		Map<String, List<ExportedTicket>> tickets = findTickets(OrderPageReader.paymentIds(page));
		for (ExportedOrder order : page.stream().filter((each) -> each.paidAt() != null).toList()) {
			for (ExportedTicket ticket : tickets.getOrDefault(order.paymentId(), List.of())) {
				rows.write(Arrays.asList(ticket.code(), ticket.valid() ? 1 : 0, order.bookingNumber(),
						order.concertId(), order.title(), order.startsAt(), ticket.seat(), ticket.grade(),
						ticket.price(), order.username(), order.displayName(), order.paidAt()));
			}
		}
	}

	private Map<String, List<ExportedTicket>> findTickets(List<String> payments) {
		if (payments.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql(TICKETS)
			.param("ids", payments)
			.query((row, number) -> new ExportedTicket(row.getString("payment_id"), row.getString("code"),
					!row.getBoolean("void"), row.getInt("seat_no"), row.getString("grade"),
					row.getObject("price", Long.class)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(ExportedTicket::paymentId));
	}

	private record ExportedTicket(String paymentId, String code, boolean valid, int seat, String grade, Long price) {
	}

}
