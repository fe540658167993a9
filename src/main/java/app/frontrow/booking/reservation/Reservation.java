package app.frontrow.booking.reservation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.waitingroom.place.Pass;

/**
 * Seats that a member holds, owns or held before.
 *
 * @param seats by number
 * @param total price of all seats in won
 * @param heldUntil end of the hold, by the database's clock
 * @param queueSeq number of the place in the queue that it was made from
 * @param bookingNumber what people name it by, as {@code ABCD-2345}; null while it has
 * none yet
 */
public record Reservation(UUID id, UUID memberId, long concertId, long showId, Instant startsAt,
		List<ReservedSeat> seats, long total, ReservationStatus status, Instant heldUntil, long queueSeq,
		Instant createdAt, String bookingNumber) {

	public Pass pass() {
		return new Pass(this.concertId, this.memberId, this.queueSeq);
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
	 * @throws AlreadyPaidException if it is paid
	 * @throws HoldExpiredException if it has ended or was given up
	 */
	public void requirePayable() {
		if (this.status == ReservationStatus.CONFIRMED) {
			throw new AlreadyPaidException();
		}
		if (this.status != ReservationStatus.HELD) {
			throw new HoldExpiredException(this.concertId);
		}
	}

}
