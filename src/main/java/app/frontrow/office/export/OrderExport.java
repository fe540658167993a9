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
 * Exports orders, one per row. A page of a thousand orders takes three statements.
 */
@Repository
class OrderExport implements ExportTable {

	private final OrderPageReader orders;

	private final JdbcClient jdbc;

	OrderExport(OrderPageReader orders, ReportDatabase database) {
		this.orders = orders;
		this.jdbc = database.jdbc();
	}

	@Override
	public ExportKind kind() {
		return ExportKind.ORDERS;
	}

	@Override
	public List<String> columns() {
		return List.of("booking-number", "order", "concert", "title", "show", "status", "username", "name", "seats",
				"total", "held-at", "paid-at", "paid", "refunded");
	}

	@Override
	public void write(ExportRange range, RowWriter rows) throws IOException {
		this.orders.readPages(range, (page) -> writePage(page, rows));
	}

	private void writePage(List<ExportedOrder> page, RowWriter rows) throws IOException {
		Map<String, String> seats = findSeats(page);
		Map<String, Long> refunds = findRefunds(OrderPageReader.paymentIds(page));
		for (ExportedOrder order : page) {
			boolean paid = order.paidAt() != null;
			rows.write(Arrays.asList(order.bookingNumber(), order.id(), order.concertId(), order.title(),
					order.startsAt(), order.status(), order.username(), order.displayName(),
					seats.getOrDefault(order.id(), ""), order.total(), order.heldAt(), order.paidAt(),
					paid ? order.amount() : 0, paid ? refunds.getOrDefault(order.paymentId(), 0L) : 0));
		}
	}

	private Map<String, String> findSeats(List<ExportedOrder> page) {
		return this.jdbc.sql(
				"select reservation_id, seat_no from reservation_seats where reservation_id in (:ids) order by seat_no")
			.param("ids", page.stream().map(ExportedOrder::id).toList())
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.joining(" "))));
	}

	private Map<String, Long> findRefunds(List<String> payments) {
		if (payments.isEmpty()) {
			return Map.of();
		}
		return this.jdbc
			.sql("select reference, sum(amount) from ledger_entries where reference in (:ids) and type = 'REFUND'"
					+ " group by reference")
			.param("ids", payments)
			.query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
