package app.frontrow.booking.hold;

import java.util.List;
import java.util.UUID;

import app.frontrow.booking.reservation.Reservation;
import app.frontrow.catalogue.cancellation.CancellationSettings;
import app.frontrow.shared.store.DatabaseTimeConverter;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes reservations.
 */
@Repository
public class ReservationRepository {

	private static final int BOOKING_NUMBER_ATTEMPTS = 5;

	private static final String GIVE_BACK = "update reservations set %s, refund_count = refund_count + 1"
			+ " where id = :id and status = 'CONFIRMED' and starts_at > utc_timestamp(6)";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final BookingNumberGenerator bookingNumbers;

	private final CancellationSettings cancellation;

	public ReservationRepository(JdbcClient jdbc, JdbcTemplate batches, BookingNumberGenerator bookingNumbers,
			CancellationSettings cancellation) {
		this.cancellation = cancellation;
		this.jdbc = jdbc;
		this.batches = batches;
		this.bookingNumbers = bookingNumbers;
	}

	/**
	 * Writes a new reservation with the cancellation rules that its concert has at this
	 * moment, and gives it a booking number. If another reservation has the number, the
	 * database refuses this statement alone, so the transaction goes on with another
	 * number.
	 * @param cancellationRules the rules of the concert; null for those of the settings
	 * @return the reservation with its number
	 */
	Reservation insert(Reservation reservation, @Nullable String cancellationRules) {
		Reservation numbered = insertWithBookingNumber(reservation, cancellationRules);
		this.batches.batchUpdate(
				"insert into reservation_seats (reservation_id, show_id, seat_no, grade, price) values (?, ?, ?, ?, ?)",
				reservation.seats()
					.stream()
					.map((seat) -> new Object[] { reservation.id().toString(), reservation.showId(), seat.number(),
							seat.grade(), seat.price() })
					.toList());
		return numbered;
	}

	private Reservation insertWithBookingNumber(Reservation reservation, @Nullable String cancellationRules) {
		for (int attempt = 1;; attempt++) {
			String number = this.bookingNumbers.generate();
			try {
				insertRow(reservation, number, cancellationRules);
				return reservation.withBookingNumber(number);
			}
			catch (DuplicateKeyException taken) {
				if (attempt == BOOKING_NUMBER_ATTEMPTS) {
					throw taken;
				}
			}
		}
	}

	private void insertRow(Reservation reservation, String bookingNumber, @Nullable String cancellationRules) {
		this.jdbc
			.sql("insert into reservations (id, member_id, concert_id, show_id, starts_at, total, status, held_until,"
					+ " queue_seq, created_at, booking_number, cancellation_grace_minutes, cancellation_rules) values (:id,"
					+ " :member, :concert, :show, :startsAt, :total, :status, :heldUntil, :seq, :createdAt, :bookingNumber,"
					+ " :grace, :rules)")
			.param("id", reservation.id().toString())
			.param("member", reservation.memberId().toString())
			.param("concert", reservation.concertId())
			.param("show", reservation.showId())
			.param("startsAt", DatabaseTimeConverter.toDatabase(reservation.startsAt()))
			.param("total", reservation.total())
			.param("status", reservation.status().name())
			.param("heldUntil", DatabaseTimeConverter.toDatabase(reservation.heldUntil()))
			.param("seq", reservation.queueSeq())
			.param("createdAt", DatabaseTimeConverter.toDatabase(reservation.createdAt()))
			.param("bookingNumber", BookingNumberGenerator.toDatabase(bookingNumber))
			.param("grace", this.cancellation.grace().toMinutes())
			.param("rules", (cancellationRules != null) ? cancellationRules : this.cancellation.rules())
			.update();
	}

	/**
	 * Confirms a hold that has not expired and sells its seats, in one statement.
	 * @return how many rows changed: the reservation and its seats
	 */
	int confirm(Reservation reservation) {
		// straight_join locks the reservation before its seats, which is the order of all
		// transactions
		return this.jdbc
			.sql("update reservations r straight_join seats s on s.reservation_id = r.id"
					+ " set r.status = 'CONFIRMED', s.status = 'SOLD', s.hold_until = null"
					+ " where r.id = :id and r.status = 'HELD' and r.held_until > utc_timestamp(6)"
					+ " and s.show_id = :show and s.seat_no in (:numbers) and s.status = 'HELD'"
					+ " and s.hold_until > utc_timestamp(6)")
			.param("id", reservation.id().toString())
			.param("show", reservation.showId())
			.param("numbers", reservation.seatNumbers())
			.update();
	}

	/** Cancels a live hold; returns false if the hold has ended. */
	boolean release(UUID id) {
		return cancel(id, "status = 'HELD' and held_until > utc_timestamp(6)");
	}

	/**
	 * Cancels a paid reservation; returns false if it is not paid or the show has begun.
	 */
	boolean giveBack(UUID id) {
		return this.jdbc.sql(GIVE_BACK.formatted("status = 'CANCELLED'")).param("id", id.toString()).update() == 1;
	}

	/**
	 * Takes some of its seats out of a paid reservation; returns false if it is not paid
	 * or the show has begun.
	 * @param price what the seats cost, in won
	 * @throws IllegalStateException if one of the seats does not belong to it
	 */
	boolean giveBack(UUID id, List<Integer> numbers, long price) {
		boolean changed = this.jdbc.sql(GIVE_BACK.formatted("total = total - :price"))
			.param("price", price)
			.param("id", id.toString())
			.update() == 1;
		if (changed && this.jdbc.sql("delete from reservation_seats where reservation_id = :id and seat_no in (:seats)")
			.param("id", id.toString())
			.param("seats", numbers)
			.update() != numbers.size()) {
			throw new IllegalStateException("A returned seat does not belong to the reservation " + id);
		}
		return changed;
	}

	private boolean cancel(UUID id, String condition) {
		return this.jdbc.sql("update reservations set status = 'CANCELLED' where id = :id and " + condition)
			.param("id", id.toString())
			.update() == 1;
	}

	/** Records a hold as expired. The transaction must have locked it. */
	void expire(UUID id) {
		this.jdbc.sql("update reservations set status = 'EXPIRED' where id = :id and status = 'HELD'")
			.param("id", id.toString())
			.update();
	}

}
