package app.frontrow.office.export;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import app.frontrow.office.export.file.RowWriter;
import app.frontrow.shared.store.DatabaseTimeConverter;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The history of sales, one row per concert and minute in which something happened.
 */
@Repository
class QueueExport implements ExportTable {

	private static final String SELECT = """
			select h.*, c.title from sale_minutes h join concerts c on c.id = h.concert_id
			where h.minute >= :from and h.minute < :to and h.concert_id >= :concert
			  and (h.concert_id > :concert or h.minute > :after)""";

	private static final String ORDER = " order by h.concert_id, h.minute limit " + OrderPageReader.PAGE_SIZE;

	private static final String BEGINNING = "1000-01-01 00:00:00";

	private final JdbcClient jdbc;

	QueueExport(ReportDatabase database) {
		this.jdbc = database.jdbc();
	}

	@Override
	public ExportKind kind() {
		return ExportKind.QUEUE;
	}

	@Override
	public List<String> columns() {
		return List.of("concert", "title", "minute", "joined", "admitted", "held", "paid-orders", "refunds", "paid",
				"refunded");
	}

	@Override
	public void write(ExportRange range, RowWriter rows) throws IOException {
		List<Long> concerts = (range.concertIds() != null) ? range.concertIds() : Collections.singletonList(null);
		for (Long concert : concerts) {
			List<MinuteRow> page = find(range, concert, (concert != null) ? concert : 0, BEGINNING);
			while (!page.isEmpty()) {
				for (MinuteRow row : page) {
					rows.write(row.cells());
				}
				MinuteRow last = page.get(page.size() - 1);
				page = (page.size() < OrderPageReader.PAGE_SIZE) ? List.of()
						: find(range, concert, last.concertId(), last.minute());
			}
		}
	}

	private List<MinuteRow> find(ExportRange range, @Nullable Long only, long concert, String after) {
		String sql = SELECT + ((only != null) ? " and h.concert_id = :concert" : "") + ORDER;
		return this.jdbc.sql(sql)
			.param("from", DatabaseTimeConverter.toDatabase(range.from()))
			.param("to", DatabaseTimeConverter.toDatabase(range.to()))
			.param("concert", concert)
			.param("after", after)
			.query((row, number) -> new MinuteRow(row.getLong("concert_id"), row.getString("minute"),
					Arrays.asList(row.getLong("concert_id"), row.getString("title"),
							DatabaseTimeConverter.readInstant(row, "minute"), row.getLong("joined"),
							row.getLong("admitted"), row.getLong("held"), row.getLong("paid"), row.getLong("refunded"),
							row.getLong("paid_sum"), row.getLong("refunded_sum"))))
			.list();
	}

	private record MinuteRow(long concertId, String minute, List<?> cells) {
	}

}
