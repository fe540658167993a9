package app.frontrow.office.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.office.order.OrderSummary.OrderMember;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.store.DatabaseTimeConverter;
import app.frontrow.shared.store.LikePatternEscaper;
import app.frontrow.staff.StaffScope;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds orders for the ticket office. The text is looked up in indexes first, so a search
 * takes the same time however many orders there are.
 */
@Repository
class OrderReadRepository {

	/** More people of one name than anybody reads. */
	private static final int MAX_MEMBERS = 100;

	private static final String STATUS = "case when r.status = 'HELD' and r.held_until <= utc_timestamp(6)"
			+ " then 'EXPIRED' when r.status = 'CONFIRMED' and r.refund_count > 0 then 'PARTLY_REFUNDED'"
			+ " else r.status end";

	private static final String SELECT = "select r.id, r.booking_number, r.concert_id, c.title, r.starts_at, m.id as"
			+ " member_id, m.username, m.display_name, r.total, " + STATUS + " as state, r.created_at";

	private static final String DETAILS = " join members m on m.id = r.member_id join concerts c on c.id = r.concert_id"
			+ " where ";

	private static final String FILTER = "(:everything or r.concert_id in (:concerts))"
			+ " and (:concert is null or r.concert_id = :concert) and (:status is null or " + STATUS + " = :status)";

	private static final String ALL = " from reservations r";

	/**
	 * The statement starts from the orders that the text was found in. Otherwise the
	 * database may read all orders by time until it finds these.
	 */
	private static final String CHOSEN = " from (select id from reservations where id in (:ids)"
			+ " union select id from reservations where member_id in (:members)) chosen"
			+ " straight_join reservations r on r.id = chosen.id";

	private final JdbcClient jdbc;

	OrderReadRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	PageOf<OrderSummary> find(StaffScope scope, OrderQuery query, int page, int size) {
		String from = query.isForAll() ? ALL : CHOSEN;
		List<String> ids = query.isForAll() ? List.of() : findIds(query);
		List<String> members = query.isForAll() ? List.of() : findMembers(query.text());
		if (!query.isForAll() && ids.isEmpty() && members.isEmpty()) {
			return PageOf.of(List.of(), page, size, 0);
		}
		List<OrderSummary> found = statement(
				SELECT + from + DETAILS + FILTER + " order by r.created_at desc, r.id desc limit :size offset :offset",
				scope, query, ids, members)
			.param("size", size)
			.param("offset", (long) page * size)
			.query(OrderReadRepository::read)
			.list();
		return PageOf.of(withSeats(found), page, size,
				() -> statement("select count(*)" + from + " where " + FILTER, scope, query, ids, members)
					.query(Long.class)
					.single());
	}

	List<OrderSummary> find(UUID id) {
		return withSeats(this.jdbc.sql(SELECT + ALL + DETAILS + "r.id = :id")
			.param("id", id.toString())
			.query(OrderReadRepository::read)
			.list());
	}

	private JdbcClient.StatementSpec statement(String sql, StaffScope scope, OrderQuery query, List<String> ids,
			List<String> members) {
		return this.jdbc.sql(sql)
			.param("everything", scope.isEverything())
			.param("concerts", scope.concertIds().isEmpty() ? Set.of(0L) : scope.concertIds())
			.param("concert", query.concertId())
			.param("status", (query.status() != null) ? query.status().name() : null)
			.param("ids", ids.isEmpty() ? List.of("") : ids)
			.param("members", members.isEmpty() ? List.of("") : members);
	}

	private List<String> findIds(OrderQuery query) {
		List<String> ids = new ArrayList<>(this.jdbc.sql("""
				select id from reservations where id = :text
				union select id from reservations where booking_number = :number
				union select p.reservation_id from tickets t join payments p on p.id = t.payment_id
				  where t.code = :code""")
			.param("text", ascii(query.text()))
			.param("number", query.bookingNumber())
			.param("code", ascii(query.text()))
			.query(String.class)
			.list());
		if (query.seatNumber() > 0) {
			ids.addAll(this.jdbc
				.sql("select s.reservation_id from seats s join shows w on w.id = s.show_id"
						+ " where w.concert_id = :concert and s.seat_no = :seat and s.reservation_id is not null")
				.param("concert", query.concertId())
				.param("seat", query.seatNumber())
				.query(String.class)
				.list());
		}
		return ids;
	}

	private List<String> findMembers(String text) {
		String start = LikePatternEscaper.escape(text) + "%";
		return this.jdbc.sql("""
				(select id from members where username like :username escape '!' limit :most)
				union (select id from members where display_name like :name escape '!' limit :most)""")
			.param("username", ascii(start.toLowerCase(Locale.ROOT)))
			.param("name", start)
			.param("most", MAX_MEMBERS)
			.query(String.class)
			.list();
	}

	/**
	 * Returns the text if it is ASCII, otherwise an empty text, which no column has. The
	 * database refuses to compare an ASCII column with other letters.
	 */
	private static String ascii(String text) {
		return text.chars().allMatch((letter) -> letter < 128) ? text : "";
	}

	private List<OrderSummary> withSeats(List<OrderSummary> orders) {
		Map<String, List<Integer>> seats = findSeats(orders.stream().map((order) -> order.id().toString()).toList());
		return orders.stream()
			.map((order) -> new OrderSummary(order.id(), order.bookingNumber(), order.concertId(), order.concertTitle(),
					order.startsAt(), order.member(), seats.getOrDefault(order.id().toString(), List.of()),
					order.total(), order.status(), order.createdAt()))
			.toList();
	}

	private Map<String, List<Integer>> findSeats(Collection<String> ids) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql(
				"select reservation_id, seat_no from reservation_seats where reservation_id in (:ids) order by seat_no")
			.param("ids", ids)
			.query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private static OrderSummary read(ResultSet row, int number) throws SQLException {
		String booking = row.getString("booking_number");
		return new OrderSummary(UUID.fromString(row.getString("id")),
				(booking != null) ? booking.substring(0, 4) + "-" + booking.substring(4) : null,
				row.getLong("concert_id"), row.getString("title"), DatabaseTimeConverter.readInstant(row, "starts_at"),
				new OrderMember(UUID.fromString(row.getString("member_id")), row.getString("username"),
						row.getString("display_name")),
				List.of(), row.getLong("total"), ReservationStatus.valueOf(row.getString("state")),
				DatabaseTimeConverter.readInstant(row, "created_at"));
	}

}
