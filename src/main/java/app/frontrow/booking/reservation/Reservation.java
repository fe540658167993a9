package app.frontrow.booking.reservation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.waitingroom.place.Pass;
import org.jspecify.annotations.Nullable;

/**
 * A reservation of seats: held, paid, expired or cancelled.
 *
 * @param seats the seats without those that were refunded one by one, in the order of
 * their numbers
 * @param total price of these seats in won
 * @param heldUntil end of the hold, by the database's clock
 * @param queueSeq the member's number in the queue when the seats were held, from 1;
 * {@link #NO_PASS} if the member was not in the queue
 * @param bookingNumber the number that people use to name the reservation, for example
 * {@code ABCD-2345}; null before the reservation is stored
 */
public record Reservation(UUID id, UUID memberId, long concertId, long showId, Instant startsAt,
		List<ReservedSeat> seats, long total, ReservationStatus status, Instant heldUntil, long queueSeq,
		Instant createdAt, @Nullable String bookingNumber) {

	/** The number in the queue of orders that the ticket office gave away. */
	public static final long NO_PASS = 0;

	public Pass pass() {
		return new Pass(this.concertId, this.memberId, this.queueSeq);
	}

	/** Whether the seats were held with a pass of the waiting room. */
	public boolean hasPass() {
		return this.queueSeq != NO_PASS;
	}

	/** Whether the ticket office gave the seats away. Only then they cost nothing. */
	public boolean costsNothing() {
		return this.total == 0;
	}

	public List<Integer> seatNumbers() {
		return this.seats.stream().map(ReservedSeat::number).toList();
	}

	public Reservation with(ReservationStatus status) {
		return new Reservation(this.id, this.memberId, this.concertId, this.showId, this.startsAt, this.seats,
				this.total, status, this.heldUntil, this.queueSeq, this.createdAt, this.bookingNumber);
	}

	public Reservation withBookingNumber(String number) {
		return new Reservation(this.id, this.memberId, this.concertId, this.showId, this.startsAt, this.seats,
				this.total, this.status, this.heldUntil, this.queueSeq, this.createdAt, number);
	}

	/**
	 * Requires a live hold.
	 * @throws AlreadyPaidException if the reservation is already paid
	 * @throws HoldExpiredException if the hold has ended or was given up
	 */
	public void requirePayable() {
		if (this.status.isPaid()) {
			throw new AlreadyPaidException();
		}
		if (this.status != ReservationStatus.HELD) {
			throw new HoldExpiredException(this.concertId);
		}
	}

}
