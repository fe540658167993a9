package app.frontrow.booking.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import app.frontrow.booking.reservation.PassUsage;
import app.frontrow.booking.reservation.PayableHold;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.reservation.ReservedSeat;
import app.frontrow.shared.PageOf;
import app.frontrow.waitingroom.place.Pass;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads reservations. An expired hold is read as expired even before
 * {@link HoldExpiryJob} records it.
 */
@Repository
public class ReservationReader {

	private static final String STATUS_EXPRESSION = "case when status = 'HELD' and held_until <= utc_timestamp(6)"
			+ " then 'EXPIRED' when status = 'CONFIRMED' and refund_count > 0 then 'PARTLY_REFUNDED' else status end";

	private static final String SELECT = "select id, member_id, concert_id, show_id, starts_at, total, "
			+ STATUS_EXPRESSION + " as state, held_until, queue_seq, created_at, booking_number from reservations ";

	private static final String OTHER_HOLD = "select 1 from reservations other where other.member_id = r.member_id"
			+ " and other.concert_id = r.concert_id and other.status = 'HELD'"
			+ " and other.held_until > utc_timestamp(6) and other.id <> r.id";

	private final JdbcClient jdbc;

	public ReservationReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Reservation> find(UUID id) {
		return findPayable(id).map(PayableHold::reservation);
	}

	/**
	 * Reads the reservation for its payment, in one statement and without a lock.
	 */
	Optional<PayableHold> findPayable(UUID id) {
		List<Row> rows = this.jdbc
			.sql("select id, member_id, concert_id, r.show_id, starts_at, total, " + STATUS_EXPRESSION
					+ " as state, held_until, queue_seq, created_at, booking_number, seat_no, grade, price, exists ("
					+ OTHER_HOLD
					+ ") as holds_more from reservations r join reservation_seats rs on rs.reservation_id = r.id"
					+ " where r.id = :id order by seat_no")
			.param("id", id.toString())
			.query((row, number) -> new Row(Header.read(row, number), ReservedSeat.read(row),
					row.getBoolean("holds_more")))
			.list();
		return rows.stream()
			.findFirst()
			.map((first) -> new PayableHold(first.header().with(rows.stream().map(Row::seat).toList()),
					first.holdsMore()));
	}

	/**
	 * Returns the passes of members who have no other hold for the concert. Orders that
	 * the ticket office gave away have no pass.
	 */
	List<Pass> findPassesWithoutHold(Collection<UUID> ids) {
		return this.jdbc
			.sql("select distinct concert_id, member_id, queue_seq from reservations r where id in (:ids)"
					+ " and queue_seq > 0 and not exists (" + OTHER_HOLD + ")")
			.param("ids", ids.stream().map(UUID::toString).toList())
			.query((row, number) -> new Pass(row.getLong(1), UUID.fromString(row.getString(2)), row.getLong(3)))
			.list();
	}

	PageOf<Reservation> findByMember(UUID memberId, @Nullable ReservationStatus status, int page, int size) {
		String filter = "where member_id = :member "
				+ ((status != null) ? "and " + STATUS_EXPRESSION + " = :status " : "");
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("member", memberId.toString());
		parameters.put("status", (status != null) ? status.name() : null);
		parameters.put("size", size);
		parameters.put("offset", (long) page * size);
		List<Header> headers = this.jdbc
			.sql(SELECT + filter + "order by created_at desc, id limit :size offset :offset")
			.params(parameters)
			.query(Header::read)
			.list();
		return PageOf.of(withSeats(headers), page, size,
				() -> this.jdbc.sql("select count(*) from reservations " + filter)
					.params(parameters)
					.query(Long.class)
					.single());
	}

	/** Whether there is a live hold, or a paid reservation whose show has not begun. */
	boolean hasOpen(UUID memberId) {
		return this.jdbc
			.sql("select exists (select 1 from reservations where member_id = :member"
					+ " and ((status = 'HELD' and held_until > utc_timestamp(6))"
					+ " or (status not in ('HELD', 'EXPIRED', 'CANCELLED') and starts_at > utc_timestamp(6))))")
			.param("member", memberId.toString())
			.query(Boolean.class)
			.single();
	}

	/** Locks expired holds. It skips those that another instance has locked. */
	List<Reservation> lockExpiredHolds(int limit) {
		return withSeats(this.jdbc
			.sql(SELECT + "where status = 'HELD' and held_until <= utc_timestamp(6)"
					+ " order by held_until limit :limit for update skip locked")
			.param("limit", limit)
			.query(Header::read)
			.list());
	}

	public PassUsage findPassUsage(Pass pass) {
		return this.jdbc
			.sql("select max(case when status = 'HELD' then held_until end),"
					+ " coalesce(max(status = 'CONFIRMED' and queue_seq = :seq), 0) from reservations"
					+ " where member_id = :member and concert_id = :concert"
					+ " and (status = 'CONFIRMED' or (status = 'HELD' and held_until > utc_timestamp(6)))")
			.param("seq", pass.number())
			.param("member", pass.memberId().toString())
			.param("concert", pass.concertId())
			.query((row, number) -> new PassUsage(nullableInstant(row, 1), row.getBoolean(2)))
			.single();
	}

	private List<Reservation> withSeats(List<Header> headers) {
		if (headers.isEmpty()) {
			return List.of();
		}
		Map<String, List<ReservedSeat>> seats = this.jdbc
			.sql("select reservation_id, seat_no, grade, price from reservation_seats where reservation_id in (:ids)"
					+ " order by reservation_id, seat_no")
			.param("ids", headers.stream().map((header) -> header.id().toString()).toList())
			.query((row, number) -> Map.entry(row.getString("reservation_id"), ReservedSeat.read(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		return headers.stream()
			.map((header) -> header.with(seats.getOrDefault(header.id().toString(), List.of())))
			.toList();
	}

	private static Instant instant(ResultSet row, int column) throws SQLException {
		return Objects.requireNonNull(nullableInstant(row, column));
	}

	private static @Nullable Instant nullableInstant(ResultSet row, int column) throws SQLException {
		LocalDateTime time = row.getObject(column, LocalDateTime.class);
		return (time != null) ? time.toInstant(ZoneOffset.UTC) : null;
	}

	private record Row(Header header, ReservedSeat seat, boolean holdsMore) {
	}

	private record Header(UUID id, UUID memberId, long concertId, long showId, Instant startsAt, long total,
			ReservationStatus status, Instant heldUntil, long queueSeq, Instant createdAt,
			@Nullable String bookingNumber) {

		static Header read(ResultSet row, int number) throws SQLException {
			return new Header(UUID.fromString(row.getString(1)), UUID.fromString(row.getString(2)), row.getLong(3),
					row.getLong(4), instant(row, 5), row.getLong(6), ReservationStatus.valueOf(row.getString(7)),
					instant(row, 8), row.getLong(9), instant(row, 10),
					BookingNumberGenerator.fromDatabase(row.getString(11)));
		}

		Reservation with(List<ReservedSeat> seats) {
			return new Reservation(this.id, this.memberId, this.concertId, this.showId, this.startsAt, seats,
					this.total, this.status, this.heldUntil, this.queueSeq, this.createdAt, this.bookingNumber);
		}

	}

}
