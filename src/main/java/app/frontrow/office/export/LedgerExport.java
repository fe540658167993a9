package app.frontrow.office.export;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import app.frontrow.office.export.file.RowWriter;
import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Exports lines of the ledger by time: all lines, or those of some concerts. Top-ups
 * belong to no concert.
 */
@Repository
class LedgerExport implements ExportTable {

	private static final String SELECT = """
			select straight_join e.id, e.created_at, e.type, e.amount, e.balance_after, e.reference, m.username,
			  r.concert_id, r.booking_number
			from ledger_entries e join members m on m.id = e.member_id
			left join payments p on p.id = e.reference left join reservations r on r.id = p.reservation_id
			where e.created_at >= :from and e.created_at < :to""";

	private static final String NEXT = " and (e.created_at > :from or e.id > :after) order by e.created_at, e.id limit "
			+ OrderPageReader.PAGE_SIZE;

	private static final Instant BEGINNING = Instant.parse("1970-01-02T00:00:00Z");

	private final OrderPageReader orders;

	private final JdbcClient jdbc;

	LedgerExport(OrderPageReader orders, ReportDatabase database) {
		this.orders = orders;
		this.jdbc = database.jdbc();
	}

	@Override
	public ExportKind kind() {
		return ExportKind.LEDGER;
	}

	@Override
	public List<String> columns() {
		return List.of("line", "at", "type", "amount", "balance", "username", "concert", "booking-number", "reference");
	}

	@Override
	public void write(ExportRange range, RowWriter rows) throws IOException {
		if (range.concertIds() != null) {
			writeConcerts(range, rows);
			return;
		}
		List<LedgerLine> page = find(range.from(), 0, range.to());
		while (!page.isEmpty()) {
			writePage(page, rows);
			LedgerLine last = page.get(page.size() - 1);
			page = (page.size() < OrderPageReader.PAGE_SIZE) ? List.of() : find(last.at(), last.id(), range.to());
		}
	}

	/** A refund may come long after its order, so the orders are of any time. */
	private void writeConcerts(ExportRange range, RowWriter rows) throws IOException {
		this.orders.readPages(new ExportRange(range.concertIds(), BEGINNING, range.to()), (page) -> {
			List<String> payments = OrderPageReader.paymentIds(page);
			if (!payments.isEmpty()) {
				writePage(this.jdbc.sql(SELECT + " and e.reference in (:ids) order by e.id")
					.param("ids", payments)
					.param("from", DatabaseTimeConverter.toDatabase(range.from()))
					.param("to", DatabaseTimeConverter.toDatabase(range.to()))
					.query(LedgerLine::read)
					.list(), rows);
			}
		});
	}

	private List<LedgerLine> find(Instant from, long after, Instant to) {
		return this.jdbc.sql(SELECT + NEXT)
			.param("from", DatabaseTimeConverter.toDatabase(from))
			.param("after", after)
			.param("to", DatabaseTimeConverter.toDatabase(to))
			.query(LedgerLine::read)
			.list();
	}

	private static void writePage(List<LedgerLine> page, RowWriter rows) throws IOException {
		for (LedgerLine line : page) {
			rows.write(Arrays.asList(line.id(), line.at(), line.type(), line.amount(), line.balanceAfter(),
					line.username(), line.concertId(), line.bookingNumber(), line.reference()));
		}
	}

	private record LedgerLine(long id, Instant at, String type, long amount, long balanceAfter, String reference,
			String username, Long concertId, String bookingNumber) {

		static LedgerLine read(ResultSet row, int number) throws SQLException {
			return new LedgerLine(row.getLong("id"), DatabaseTimeConverter.readInstant(row, "created_at"),
					row.getString("type"), row.getLong("amount"), row.getLong("balance_after"),
					row.getString("reference"), row.getString("username"), row.getObject("concert_id", Long.class),
					row.getString("booking_number"));
		}

	}

}
