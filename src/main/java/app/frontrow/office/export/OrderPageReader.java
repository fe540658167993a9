package app.frontrow.office.export;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import app.frontrow.shared.store.DatabaseTimeConverter;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads orders page by page, in the order in which their seats were held. It uses an
 * index, so the last page costs as much as the first.
 */
@Repository
class OrderPageReader {

	/** Rows of a page. */
	static final int PAGE_SIZE = 1_000;

	private static final String NO_ID = "";

	private static final String SELECT = """
			select straight_join r.id, r.booking_number, r.concert_id, c.title, r.starts_at, m.username, m.display_name,
			  r.total, r.created_at, p.id as payment_id, p.paid_at, p.amount, p.status as payment_status,
			  case when r.status = 'HELD' and r.held_until <= utc_timestamp(6) then 'EXPIRED' else r.status end as state
			from reservations r join members m on m.id = r.member_id join concerts c on c.id = r.concert_id
			left join payments p on p.reservation_id = r.id
			where r.created_at >= :from and r.created_at < :to and (r.created_at > :from or r.id > :after)""";

	private static final String ORDER = " order by r.created_at, r.id limit " + PAGE_SIZE;

	private final JdbcClient jdbc;

	OrderPageReader(ReportDatabase database) {
		this.jdbc = database.jdbc();
	}

	/**
	 * Reads the orders of the range and passes them to the consumer page by page, in the
	 * order of the holds.
	 */
	void readPages(ExportRange range, PageConsumer pages) throws IOException {
		List<Long> concerts = (range.concertIds() != null) ? range.concertIds() : Collections.singletonList(null);
		for (Long concert : concerts) {
			List<ExportedOrder> page = find(concert, range.from(), NO_ID, range.to());
			while (!page.isEmpty()) {
				pages.accept(page);
				ExportedOrder last = page.get(page.size() - 1);
				page = (page.size() < PAGE_SIZE) ? List.of() : find(concert, last.heldAt(), last.id(), range.to());
			}
		}
	}

	private List<ExportedOrder> find(@Nullable Long concert, Instant from, String after, Instant to) {
		String sql = SELECT + ((concert != null) ? " and r.concert_id = :concert" : "") + ORDER;
		JdbcClient.StatementSpec statement = this.jdbc.sql(sql)
			.param("from", DatabaseTimeConverter.toDatabase(from))
			.param("to", DatabaseTimeConverter.toDatabase(to))
			.param("after", after);
		return ((concert != null) ? statement.param("concert", concert) : statement).query(OrderPageReader::read)
			.list();
	}

	private static ExportedOrder read(ResultSet row, int number) throws SQLException {
		String booking = row.getString("booking_number");
		return new ExportedOrder(row.getString("id"),
				(booking != null) ? booking.substring(0, 4) + "-" + booking.substring(4) : null,
				row.getLong("concert_id"), row.getString("title"), DatabaseTimeConverter.readInstant(row, "starts_at"),
				row.getString("state"), row.getString("username"), row.getString("display_name"), row.getLong("total"),
				DatabaseTimeConverter.readInstant(row, "created_at"), row.getString("payment_id"),
				DatabaseTimeConverter.readNullableInstant(row, "paid_at"), row.getLong("amount"));
	}

	/** The ids of the payments that were made. */
	static List<String> paymentIds(List<ExportedOrder> page) {
		return page.stream()
			.filter((order) -> order.paidAt() != null)
			.map(ExportedOrder::paymentId)
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * Takes a page of orders.
	 */
	@FunctionalInterface
	interface PageConsumer {

		void accept(List<ExportedOrder> page) throws IOException;

	}

	/**
	 * An order as it is exported.
	 *
	 * @param bookingNumber null if an older version stored the order
	 * @param paidAt null if it is not paid
	 * @param amount what was to be paid, in won
	 */
	record ExportedOrder(String id, @Nullable String bookingNumber, long concertId, String title, Instant startsAt,
			String status, String username, String displayName, long total, Instant heldAt, String paymentId,
			@Nullable Instant paidAt, long amount) {
	}

}
