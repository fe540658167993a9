package app.frontrow.booking.hold;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import app.frontrow.booking.reservation.AlreadyPaidException;
import app.frontrow.booking.reservation.HoldExpiredException;
import app.frontrow.booking.reservation.PassUsage;
import app.frontrow.booking.reservation.PayableHold;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.waitingroom.place.Pass;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Reads reservations and holds.
 */
@Service
public class ReservationQueryService {

	private final ReservationReader reservations;

	ReservationQueryService(ReservationReader reservations) {
		this.reservations = reservations;
	}

	/**
	 * Returns a reservation of the member.
	 * @throws NotFoundException if there is no such reservation, or it belongs to another
	 * member
	 */
	public Reservation find(UUID memberId, UUID reservationId) {
		return this.reservations.find(reservationId)
			.filter((reservation) -> reservation.memberId().equals(memberId))
			.orElseThrow(NotFoundException::new);
	}

	/**
	 * Returns a reservation of any member, for the staff.
	 * @throws NotFoundException if there is no such reservation
	 */
	public Reservation get(UUID reservationId) {
		return this.reservations.find(reservationId).orElseThrow(NotFoundException::new);
	}

	/**
	 * Returns a hold of the member for its payment.
	 * @throws NotFoundException if there is no such reservation, or it belongs to another
	 * member
	 * @throws HoldExpiredException if the hold has ended or was given up
	 * @throws AlreadyPaidException if the reservation is already paid
	 */
	public PayableHold findPayableHold(UUID memberId, UUID reservationId) {
		PayableHold found = this.reservations.findPayable(reservationId)
			.filter((hold) -> hold.reservation().memberId().equals(memberId))
			.orElseThrow(NotFoundException::new);
		found.reservation().requirePayable();
		return found;
	}

	/**
	 * Returns the member's reservations, newest first.
	 * @param status only reservations with this status; null for every status
	 */
	public PageOf<Reservation> findByMember(UUID memberId, @Nullable ReservationStatus status, int page, int size) {
		return this.reservations.findByMember(memberId, status, page, size);
	}

	/** Returns the passes of members who have no other hold for the concert. */
	public List<Pass> findPassesWithoutHold(Collection<UUID> reservationIds) {
		return reservationIds.isEmpty() ? List.of() : this.reservations.findPassesWithoutHold(reservationIds);
	}

	/** Whether the member has a live hold, or tickets for a show that has not begun. */
	public boolean hasOpenReservations(UUID memberId) {
		return this.reservations.hasOpen(memberId);
	}

	public PassUsage findPassUsage(Pass pass) {
		return this.reservations.findPassUsage(pass);
	}

}
