package app.frontrow.reservations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import app.frontrow.shared.PageOf;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The history of reservations. A hold whose time is over reads as expired, whether or not
 * the sweeper has written it yet.
 */
@Repository
class Reservations {

	private static final String STATUS = "case when status = 'HELD' and held_until <= utc_timestamp(6)"
			+ " then 'EXPIRED' else status end";

	private static final String SELECT = "select id, member_id, concert_id, show_id, starts_at, total, " + STATUS
			+ " as state, held_until, queue_seq, created_at from reservations ";

	private final JdbcClient jdbc;

	Reservations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Writes the reservation of seats that were just claimed for it. */
	void insert(Attempt attempt) {
		this.jdbc.sql("insert into reservations (id, member_id, concert_id, show_id, starts_at, total, status,"
				+ " held_until, queue_seq, created_at) select :id, :member, :concert, :show, :startsAt, sum(price), 'HELD',"
				+ " min(hold_until), :seq, utc_timestamp(6) from seats where show_id = :show and seat_no in (:numbers)")
			.param("id", attempt.id().toString())
			.param("member", attempt.memberId().toString())
			.param("concert", attempt.concertId())
			.param("show", attempt.showId())
			.param("startsAt", LocalDateTime.ofInstant(attempt.startsAt(), ZoneOffset.UTC))
			.param("seq", attempt.queueSeq())
			.param("numbers", attempt.numbers())
			.update();
		this.jdbc
			.sql("insert into reservation_seats (reservation_id, show_id, seat_no, grade, price)"
					+ " select reservation_id, show_id, seat_no, grade, price from seats"
					+ " where show_id = :show and seat_no in (:numbers) order by seat_no")
			.param("show", attempt.showId())
			.param("numbers", attempt.numbers())
			.update();
	}

	Optional<Reservation> find(UUID id) {
		return withSeats(this.jdbc.sql(SELECT + "where id = :id").param("id", id.toString()).query(Header::read).list())
			.stream()
			.findFirst();
	}

	/** Reads the reservation and locks it until the transaction ends. */
	Optional<Reservation> lock(UUID id) {
		return withSeats(this.jdbc.sql(SELECT + "where id = :id for update")
			.param("id", id.toString())
			.query(Header::read)
			.list()).stream().findFirst();
	}

	PageOf<Reservation> ofMember(UUID memberId, ReservationStatus status, int page, int size) {
		String filter = "where member_id = :member and (:status is null or " + STATUS + " = :status) ";
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("member", memberId.toString());
		parameters.put("status", (status != null) ? status.name() : null);
		long total = this.jdbc.sql("select count(*) from reservations " + filter)
			.params(parameters)
			.query(Long.class)
			.single();
		parameters.put("size", size);
		parameters.put("offset", (long) page * size);
		List<Header> headers = this.jdbc
			.sql(SELECT + filter + "order by created_at desc, id limit :size offset :offset")
			.params(parameters)
			.query(Header::read)
			.list();
		return PageOf.of(withSeats(headers), page, size, total);
	}

	/** Whether the show has begun, by the database's clock. */
	boolean hasBegun(UUID id) {
		return this.jdbc.sql("select starts_at <= utc_timestamp(6) from reservations where id = :id")
			.param("id", id.toString())
			.query(Boolean.class)
			.single();
	}

	int changeStatus(UUID id, ReservationStatus from, ReservationStatus to) {
		return this.jdbc.sql("update reservations set status = :to where id = :id and status = :from")
			.param("to", to.name())
			.param("id", id.toString())
			.param("from", from.name())
			.update();
	}

	/** Locks some holds that have run out and that no other instance is at. */
	List<Reservation> lockRunOut(int most) {
		return withSeats(this.jdbc
			.sql(SELECT + "where status = 'HELD' and held_until <= utc_timestamp(6)"
					+ " order by held_until limit :most for update skip locked")
			.param("most", most)
			.query(Header::read)
			.list());
	}

	/** End of the latest hold of the member for the concert, if one is alive. */
	Optional<Instant> liveHoldEnd(UUID memberId, long concertId) {
		return this.jdbc
			.sql("select max(held_until) from reservations where member_id = :member"
					+ " and concert_id = :concert and status = 'HELD' and held_until > utc_timestamp(6)")
			.param("member", memberId.toString())
			.param("concert", concertId)
			.query((row, number) -> instant(row, 1))
			.optional();
	}

	private List<Reservation> withSeats(List<Header> headers) {
		if (headers.isEmpty()) {
			return List.of();
		}
		Map<String, List<ReservedSeat>> seats = this.jdbc
			.sql("select reservation_id, seat_no, grade, price from reservation_seats where reservation_id in (:ids)"
					+ " order by reservation_id, seat_no")
			.param("ids", headers.stream().map((header) -> header.id().toString()).toList())
			.query((row, number) -> Map.entry(row.getString("reservation_id"),
					new ReservedSeat(row.getInt("seat_no"), row.getString("grade"), row.getLong("price"))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		return headers.stream()
			.map((header) -> header.with(seats.getOrDefault(header.id().toString(), List.of())))
			.toList();
	}

	private static Instant instant(ResultSet row, int column) throws SQLException {
		LocalDateTime time = row.getObject(column, LocalDateTime.class);
		return (time != null) ? time.toInstant(ZoneOffset.UTC) : null;
	}

	/** What is to be held. */
	record Attempt(UUID id, UUID memberId, long concertId, long showId, Instant startsAt, List<Integer> numbers,
			long queueSeq) {
	}

	private record Header(UUID id, UUID memberId, long concertId, long showId, Instant startsAt, long total,
			ReservationStatus status, Instant heldUntil, long queueSeq, Instant createdAt) {

		static Header read(ResultSet row, int number) throws SQLException {
			return new Header(UUID.fromString(row.getString(1)), UUID.fromString(row.getString(2)), row.getLong(3),
					row.getLong(4), instant(row, 5), row.getLong(6), ReservationStatus.valueOf(row.getString(7)),
					instant(row, 8), row.getLong(9), instant(row, 10));
		}

		Reservation with(List<ReservedSeat> seats) {
			return new Reservation(this.id, this.memberId, this.concertId, this.showId, this.startsAt, seats,
					this.total, this.status, this.heldUntil, this.queueSeq, this.createdAt);
		}

	}

}
