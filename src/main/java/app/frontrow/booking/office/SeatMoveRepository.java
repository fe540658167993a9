package app.frontrow.booking.office;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.booking.seat.SeatRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The statements that exchange a paid seat. They lock the reservation, then both seats by
 * number, as every transaction does.
 */
@Repository
class SeatMoveRepository {

	private final JdbcClient jdbc;

	SeatMoveRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Locks the reservation. Then nobody can refund it or exchange another seat. */
	Optional<PaidOrder> lockOrder(UUID id) {
		return this.jdbc
			.sql("select r.member_id, r.concert_id, r.show_id, r.total, r.status = 'CONFIRMED' as paid,"
					+ " r.starts_at <= utc_timestamp(6) as begun from reservations r where r.id = :id for update")
			.param("id", id.toString())
			.query((row, number) -> new PaidOrder(UUID.fromString(row.getString("member_id")),
					row.getLong("concert_id"), row.getLong("show_id"), row.getLong("total"), row.getBoolean("paid"),
					row.getBoolean("begun")))
			.optional();
	}

	/** Locks the seats with these numbers and returns them by number. */
	List<LockedSeat> lockSeats(long showId, int one, int other) {
		return this.jdbc
			.sql("select seat_no, grade, price, status, reservation_id, " + SeatRepository.FREE_CONDITION
					+ " as free from seats where show_id = :show and seat_no in (:numbers) order by seat_no for update")
			.param("show", showId)
			.param("numbers", List.of(one, other))
			.query((row, number) -> new LockedSeat(row.getInt("seat_no"), row.getString("grade"), row.getLong("price"),
					row.getBoolean("free"),
					"SOLD".equals(row.getString("status")) ? row.getString("reservation_id") : null))
			.list();
	}

	/** Frees the old seat and sells the new one. Both must be locked. */
	void moveSeat(SeatMove move, String grade) {
		changeOne("update seats set status = 'AVAILABLE', reservation_id = null, hold_until = null"
				+ " where show_id = :show and seat_no = :from and reservation_id = :id", move, null);
		changeOne("update seats set status = 'SOLD', reservation_id = :id, hold_until = null"
				+ " where show_id = :show and seat_no = :to", move, null);
		changeOne("update reservation_seats set seat_no = :to, grade = :value"
				+ " where reservation_id = :id and show_id = :show and seat_no = :from", move, grade);
	}

	/** Voids the ticket of the seat before, and writes one for the seat after. */
	void exchangeTicket(SeatMove move, String newCode) {
		changeOne(
				"update tickets t join payments p on p.id = t.payment_id set t.void = true"
						+ " where p.reservation_id = :id and t.show_id = :show and t.seat_no = :from and not t.void",
				move, null);
		changeOne(
				"insert into tickets (code, payment_id, show_id, seat_no)"
						+ " select :value, p.id, :show, :to from payments p where p.reservation_id = :id",
				move, newCode);
	}

	void insert(SeatMove move, StaffDecision decision) {
		this.jdbc
			.sql("insert into seat_moves (id, reservation_id, show_id, from_seat, to_seat, reason, username, moved_at)"
					+ " values (:id, :reservation, :show, :from, :to, :reason, :username, utc_timestamp(6))")
			.param("id", move.id().toString())
			.param("reservation", move.reservationId().toString())
			.param("show", move.showId())
			.param("from", move.from())
			.param("to", move.to())
			.param("reason", decision.reason())
			.param("username", decision.username())
			.update();
	}

	/** Returns the seats of an exchange and its reservation, for a mail about it. */
	Optional<MovedSeat> find(UUID id) {
		return this.jdbc.sql("select reservation_id, from_seat, to_seat from seat_moves where id = :id")
			.param("id", id.toString())
			.query((row, number) -> new MovedSeat(UUID.fromString(row.getString(1)), row.getInt(2), row.getInt(3)))
			.optional();
	}

	private void changeOne(String sql, SeatMove move, @Nullable String value) {
		int changed = this.jdbc.sql(sql)
			.param("id", move.reservationId().toString())
			.param("show", move.showId())
			.param("from", move.from())
			.param("to", move.to())
			.param("value", value)
			.update();
		if (changed != 1) {
			throw new IllegalStateException(
					"The seat " + move.from() + " of the reservation " + move.reservationId() + " is not as it was");
		}
	}

	/** An order, locked. */
	record PaidOrder(UUID memberId, long concertId, long showId, long total, boolean isPaid, boolean hasBegun) {
	}

	/**
	 * A seat, locked.
	 *
	 * @param owner the reservation that the seat is sold to; null if it is not sold
	 */
	record LockedSeat(int number, String grade, long price, boolean isFree, @Nullable String owner) {
	}

}
