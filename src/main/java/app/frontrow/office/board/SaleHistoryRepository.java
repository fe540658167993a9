package app.frontrow.office.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import app.frontrow.shared.store.DatabaseTimeConverter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the history of sales.
 */
@Repository
class SaleHistoryRepository {

	private final JdbcClient jdbc;

	SaleHistoryRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the minutes of a sale by time, without minutes in which nothing happened.
	 * @param from the first minute
	 * @param to the minute after the last
	 */
	List<SaleMinute> find(long concertId, Instant from, Instant to) {
		return this.jdbc
			.sql("select * from sale_minutes where concert_id = :concert and minute >= :from and minute < :to"
					+ " order by minute")
			.param("concert", concertId)
			.param("from", DatabaseTimeConverter.toDatabase(from))
			.param("to", DatabaseTimeConverter.toDatabase(to))
			.query(SaleHistoryRepository::read)
			.list();
	}

	/** Returns the sums of the whole sale so far. */
	BoardFunnel findTotals(long concertId) {
		return this.jdbc.sql("""
				select coalesce(sum(joined), 0) as joined, coalesce(sum(admitted), 0) as admitted,
				  coalesce(sum(held), 0) as held, coalesce(sum(paid), 0) as paid
				from sale_minutes where concert_id = :concert""")
			.param("concert", concertId)
			.query((row, number) -> new BoardFunnel(row.getLong("joined"), row.getLong("admitted"), row.getLong("held"),
					row.getLong("paid")))
			.single();
	}

	/** Concerts whose sale has a history, the latest first. */
	List<RecordedSale> findSales(int most) {
		return this.jdbc.sql("""
				select id, title, sales_open_at from concerts c
				where not withdrawn and exists (select 1 from sale_minutes m where m.concert_id = c.id)
				order by sales_open_at desc, id desc limit :most""")
			.param("most", most)
			.query((row, number) -> new RecordedSale(row.getLong("id"), row.getString("title"),
					DatabaseTimeConverter.readInstant(row, "sales_open_at")))
			.list();
	}

	private static SaleMinute read(ResultSet row, int number) throws SQLException {
		return new SaleMinute(DatabaseTimeConverter.readInstant(row, "minute"), row.getLong("joined"),
				row.getLong("admitted"), row.getLong("held"), row.getLong("paid"), row.getLong("refunded"));
	}

}
