package app.frontrow.office.export;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import app.frontrow.office.export.file.RowWriter;
import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What each concert has earned, by show and grade: tickets sold and refunded in the
 * range, their sums, and the fees that were kept. The sums are those of the ledger.
 * Complimentary tickets are not sold. One statement per concert.
 */
@Repository
class SettlementExport implements ExportTable {

	/** The seats that orders still have, and the seats that were returned one by one. */
	private static final String SOLD = """
			select r.show_id, s.grade, s.seat_no, 1 as sold, s.price as gross, 0 as refunded, 0 as refunded_sum, 0 as fees
			from reservations r join payments p on p.reservation_id = r.id
			join reservation_seats s on s.reservation_id = r.id
			where r.concert_id = :concert and p.amount > 0 and p.paid_at >= :from and p.paid_at < :to
			union all
			select r.show_id, t.grade, t.seat_no, 1, t.price, 0, 0, 0
			from reservations r join payments p on p.reservation_id = r.id
			join refunds f on f.payment_id = p.id join refund_tickets t on t.refund_id = f.id
			where r.concert_id = :concert and p.amount > 0 and p.paid_at >= :from and p.paid_at < :to
			  and not exists (select 1 from reservation_seats s
			    where s.reservation_id = r.id and s.seat_no = t.seat_no)""";

	/** Refunds, and those of older versions, which have only a line of the ledger. */
	private static final String REFUNDED = """
			select r.show_id, t.grade, t.seat_no, 0, 0, 1, t.price, t.fee
			from reservations r join payments p on p.reservation_id = r.id
			join refunds f on f.payment_id = p.id join refund_tickets t on t.refund_id = f.id
			where r.concert_id = :concert and p.amount > 0 and f.created_at >= :from and f.created_at < :to
			union all
			select r.show_id, s.grade, s.seat_no, 0, 0, 1, s.price, 0
			from reservations r join payments p on p.reservation_id = r.id
			join ledger_entries e on e.reference = p.id and e.type = 'REFUND'
			join reservation_seats s on s.reservation_id = r.id
			where r.concert_id = :concert and e.created_at >= :from and e.created_at < :to
			  and not exists (select 1 from refunds f where f.payment_id = p.id)""";

	private static final String SETTLEMENT = "select c.title, w.id as show_id, w.starts_at, x.grade, sum(x.sold) as sold,"
			+ " sum(x.gross) as gross, sum(x.refunded) as refunded, sum(x.refunded_sum) as refunded_sum,"
			+ " sum(x.fees) as fees from (" + SOLD + " union all " + REFUNDED
			+ ") x join shows w on w.id = x.show_id join concerts c on c.id = w.concert_id"
			+ " group by c.title, w.id, w.starts_at, x.grade order by w.starts_at, w.id, min(x.seat_no)";

	private final JdbcClient jdbc;

	SettlementExport(ReportDatabase database) {
		this.jdbc = database.jdbc();
	}

	@Override
	public ExportKind kind() {
		return ExportKind.SETTLEMENT;
	}

	@Override
	public List<String> columns() {
		return List.of("concert", "title", "show-number", "show", "grade", "sold", "gross", "refunded-tickets",
				"refunded", "fees", "net");
	}

	@Override
	public void write(ExportRange range, RowWriter rows) throws IOException {
		if (range.concertIds() != null) {
			for (long concert : range.concertIds()) {
				writeConcert(concert, range, rows);
			}
			return;
		}
		List<Long> page = findConcerts(0);
		while (!page.isEmpty()) {
			for (long concert : page) {
				writeConcert(concert, range, rows);
			}
			page = findConcerts(page.get(page.size() - 1));
		}
	}

	private List<Long> findConcerts(long after) {
		return this.jdbc
			.sql("select id from concerts c where id > :after"
					+ " and exists (select 1 from reservations r where r.concert_id = c.id) order by id limit 100")
			.param("after", after)
			.query(Long.class)
			.list();
	}

	private void writeConcert(long concert, ExportRange range, RowWriter rows) throws IOException {
		List<List<Object>> found = this.jdbc.sql(SETTLEMENT)
			.param("concert", concert)
			.param("from", DatabaseTimeConverter.toDatabase(range.from()))
			.param("to", DatabaseTimeConverter.toDatabase(range.to()))
			.query((row, number) -> Arrays.<Object>asList(concert, row.getString("title"), row.getLong("show_id"),
					DatabaseTimeConverter.readInstant(row, "starts_at"), row.getString("grade"), row.getLong("sold"),
					row.getLong("gross"), row.getLong("refunded"), row.getLong("refunded_sum"), row.getLong("fees"),
					row.getLong("gross") - row.getLong("refunded_sum") + row.getLong("fees")))
			.list();
		for (List<Object> row : found) {
			rows.write(row);
		}
	}

}
