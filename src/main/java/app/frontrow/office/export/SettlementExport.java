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
 * range, and their sums. The sums are those of the ledger. One statement per concert.
 */
@Repository
class SettlementExport implements ExportTable {

	/**
	 * Sold in the range, or refunded in it, or both. Fees will be lines of the ledger.
	 */
	private static final String SETTLEMENT = """
			select c.title, w.id as show_id, w.starts_at, s.grade,
			  sum(p.paid_at >= :from and p.paid_at < :to) as sold,
			  sum(case when p.paid_at >= :from and p.paid_at < :to then s.price else 0 end) as gross,
			  sum(e.id is not null) as refunded,
			  sum(case when e.id is not null then s.price else 0 end) as refunded_sum,
			  0 as fees
			from reservations r join payments p on p.reservation_id = r.id and p.paid_at < :to
			join reservation_seats s on s.reservation_id = r.id
			join shows w on w.id = r.show_id join concerts c on c.id = r.concert_id
			left join ledger_entries e on e.reference = p.id and e.type = 'REFUND'
			  and e.created_at >= :from and e.created_at < :to
			where r.concert_id = :concert and (p.paid_at >= :from or e.id is not null)
			group by c.title, w.id, w.starts_at, s.grade order by w.starts_at, w.id, min(s.seat_no)""";

	private final JdbcClient jdbc;

	SettlementExport(JdbcClient jdbc) {
		this.jdbc = jdbc;
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
