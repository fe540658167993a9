package app.frontrow.booking.seat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservedSeat;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.shared.store.DatabaseTimeConverter;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and writes seats. Each statement that claims or frees seats checks the row by the
 * database's clock, and returns how many rows it changed.
 */
@Repository
public class SeatRepository {

	/** A seat is free if it is not held, or if its hold has expired. */
	public static final String FREE_CONDITION = "(status = 'AVAILABLE' or (status = 'HELD' and hold_until <= utc_timestamp(6)))";

	/** A blocked seat is not for sale, so it counts as sold. */
	private static final String LIVE_CONDITION = "(s.status in ('SOLD', 'BLOCKED') or (s.status = 'HELD' and s.hold_until > utc_timestamp(6)))";

	private static final String LIVE_SEATS = "select count(*) from reservations r"
			+ " join reservation_seats rs on rs.reservation_id = r.id"
			+ " where r.member_id = :member and r.concert_id = :concert and r.total > 0"
			+ " and (r.status = 'CONFIRMED' or (r.status = 'HELD' and r.held_until > utc_timestamp(6)))";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	SeatRepository(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	public Choice read(long showId, List<Integer> numbers, UUID memberId, long concertId) {
		List<ReservedSeat> free = new ArrayList<>();
		List<Choice> read = this.jdbc
			.sql("select seat_no, grade, price, " + FREE_CONDITION + " as free, utc_timestamp(6) as db_time, ("
					+ LIVE_SEATS + ") as owned, (select cancellation_rules from concerts where id = :concert) as rules"
					+ " from seats where show_id = :show and seat_no in (:numbers) order by seat_no")
			.param("show", showId)
			.param("numbers", numbers)
			.param("member", memberId.toString())
			.param("concert", concertId)
			.query((row, number) -> {
				if (row.getBoolean("free")) {
					free.add(new ReservedSeat(row.getInt("seat_no"), row.getString("grade"), row.getLong("price")));
				}
				return new Choice(free, row.getInt("owned"), DatabaseTimeConverter.readInstant(row, "db_time"),
						row.getString("rules"));
			})
			.list();
		return read.isEmpty() ? new Choice(List.of(), 0, null, null) : read.get(0);
	}

	/** Claims seats that are free and have not changed since they were read. */
	public int claim(long showId, List<ReservedSeat> seats, UUID reservationId, Instant until) {
		return this.jdbc
			.sql("update seats set status = 'HELD', reservation_id = :reservation, hold_until = :until"
					+ " where show_id = :show and seat_no in (:numbers) and (seat_no, grade, price) in (:seats) and "
					+ FREE_CONDITION + " order by seat_no")
			.param("reservation", reservationId.toString())
			.param("until", DatabaseTimeConverter.toDatabase(until))
			.param("show", showId)
			.param("numbers", seats.stream().map(ReservedSeat::number).toList())
			.param("seats",
					seats.stream().map((seat) -> new Object[] { seat.number(), seat.grade(), seat.price() }).toList())
			.update();
	}

	/** Frees seats that still belong to the reservation, held or sold. */
	public int releaseSeats(long showId, List<Integer> numbers, UUID reservationId) {
		return this.jdbc.sql("update seats set status = 'AVAILABLE', reservation_id = null, hold_until = null"
				+ " where show_id = :show and seat_no in (:numbers) and reservation_id = :reservation order by seat_no")
			.param("show", showId)
			.param("numbers", numbers)
			.param("reservation", reservationId.toString())
			.update();
	}

	/**
	 * Frees seats in the order of seats. All transactions lock seats in this order to
	 * avoid deadlocks.
	 */
	public void releaseSeats(List<Reservation> reservations) {
		List<Object[]> rows = reservations.stream()
			.flatMap((reservation) -> reservation.seatNumbers()
				.stream()
				.map((number) -> new Object[] { reservation.showId(), number, reservation.id().toString() }))
			.sorted(Comparator.<Object[], Long>comparing((row) -> (Long) row[0])
				.thenComparing((row) -> (Integer) row[1]))
			.toList();
		this.batches.batchUpdate("update seats set status = 'AVAILABLE', reservation_id = null, hold_until = null"
				+ " where show_id = ? and seat_no = ? and reservation_id = ?", rows);
	}

	/** Returns the seats that are held, sold or blocked. */
	public List<Integer> findTaken(long showId, List<Integer> numbers) {
		return this.jdbc
			.sql("select seat_no from seats s where show_id = :show and seat_no in (:numbers) and " + LIVE_CONDITION
					+ " order by seat_no")
			.param("show", showId)
			.param("numbers", numbers)
			.query(Integer.class)
			.list();
	}

	/**
	 * Updates the member's row. So two holds of a member at the same time conflict, even
	 * if the database has several nodes that write.
	 */
	public void lockAllowance(UUID memberId, long concertId) {
		this.jdbc
			.sql("insert into seat_allowances (member_id, concert_id) values (:member, :concert)"
					+ " on duplicate key update holds = holds + 1")
			.param("member", memberId.toString())
			.param("concert", concertId)
			.update();
	}

	List<Row> findByShow(long showId) {
		return this.jdbc.sql("select s.seat_no, s.grade, s.price, case when s.status = 'BLOCKED' then 'SOLD' when "
				+ LIVE_CONDITION + " then s.status else 'AVAILABLE' end as state, case when " + LIVE_CONDITION
				+ " then r.member_id end as member_id from seats s left join reservations r on r.id = s.reservation_id"
				+ " where s.show_id = :show order by s.seat_no")
			.param("show", showId)
			.query((row, number) -> new Row(row.getInt("seat_no"), row.getString("grade"), row.getLong("price"),
					SeatStatus.valueOf(row.getString("state")), row.getString("member_id")))
			.list();
	}

	List<Summary> findSummaries(List<Long> showIds) {
		return this.jdbc.sql("select show_id, sum(case when " + FREE_CONDITION
				+ " then 1 else 0 end) as free, min(price) as price_from from seats where show_id in (:shows) group by show_id")
			.param("shows", showIds)
			.query((row, number) -> new Summary(row.getLong("show_id"), row.getInt("free"), row.getLong("price_from")))
			.list();
	}

	void create(List<Long> showIds, List<PriceBand> prices) {
		List<Object[]> rows = new ArrayList<>();
		for (Long show : showIds) {
			for (PriceBand band : prices) {
				for (int seat = band.fromSeat(); seat <= band.toSeat(); seat++) {
					rows.add(new Object[] { show, seat, band.grade(), band.price() });
				}
			}
		}
		this.batches.batchUpdate(
				"insert into seats (show_id, seat_no, grade, price, status) values (?, ?, ?, ?, 'AVAILABLE')", rows);
	}

	/** Locks all seats of the shows and counts those that are held, sold or blocked. */
	int lockAndCountLive(List<Long> showIds) {
		return (int) this.jdbc
			.sql("select " + LIVE_CONDITION
					+ " from seats s where show_id in (:shows) order by show_id, seat_no for update")
			.param("shows", showIds)
			.query(Boolean.class)
			.list()
			.stream()
			.filter(Boolean::booleanValue)
			.count();
	}

	void remove(List<Long> showIds) {
		this.jdbc.sql("delete from seats where show_id in (:shows)").param("shows", showIds).update();
	}

	/**
	 * The chosen seats as they were read before the claim.
	 *
	 * @param free the chosen seats that are free
	 * @param owned how many seats of the concert the member holds or owns already
	 * @param now the database's time; null if the seats do not exist
	 * @param cancellationRules of the concert; null if it has none of its own
	 */
	public record Choice(List<ReservedSeat> free, int owned, @Nullable Instant now,
			@Nullable String cancellationRules) {
	}

	/** A seat with the member who holds or owns it, or null. */
	record Row(int number, String grade, long price, SeatStatus status, @Nullable String memberId) {
	}

	record Summary(long showId, int free, long priceFrom) {
	}

}
