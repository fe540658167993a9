package app.frontrow.booking.hold;

import java.util.List;

import app.frontrow.booking.reservation.AlreadyPaidException;
import app.frontrow.booking.reservation.HoldExpiredException;
import app.frontrow.booking.reservation.NotCancellableException;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.seat.SeatChangeCounter;
import app.frontrow.booking.seat.SeatRepository;
import app.frontrow.catalogue.CatalogueEditService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sells held seats, and frees held or sold ones. Each change is part of the caller's
 * transaction.
 */
@Service
public class SeatSaleService {

	private final SeatRepository seats;

	private final ReservationRepository reservations;

	private final ReservationReader reader;

	private final SeatChangeCounter changes;

	private final CatalogueEditService catalogue;

	SeatSaleService(SeatRepository seats, ReservationRepository reservations, ReservationReader reader,
			SeatChangeCounter changes, CatalogueEditService catalogue) {
		this.seats = seats;
		this.reservations = reservations;
		this.reader = reader;
		this.changes = changes;
		this.catalogue = catalogue;
	}

	/**
	 * Sells held seats to the member. The caller must also call {@link #countSold}.
	 * @throws HoldExpiredException if the hold has ended by the database's clock
	 * @throws AlreadyPaidException if they are already sold to the member
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Reservation confirm(Reservation reservation) {
		int changed = this.reservations.confirm(reservation);
		if (changed == 0) {
			this.reader.find(reservation.id()).orElseThrow().requirePayable();
		}
		if (changed != 1 + reservation.seats().size()) {
			throw new HoldExpiredException(reservation.concertId());
		}
		countChange(reservation);
		return reservation.with(ReservationStatus.CONFIRMED);
	}

	/**
	 * Gives up a hold. Its seats are free at once.
	 * @throws NotCancellableException if the hold has ended
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Reservation release(Reservation reservation) {
		if (!this.reservations.release(reservation.id())) {
			throw new NotCancellableException();
		}
		this.seats.releaseSeats(reservation.showId(), reservation.seatNumbers(), reservation.id());
		countChange(reservation);
		return reservation.with(ReservationStatus.CANCELLED);
	}

	/**
	 * Puts paid seats on sale again. If none is left, the reservation is cancelled. The
	 * caller must also call {@link #countReturned}.
	 * @param numbers seats of the reservation
	 * @param price what they cost, in won
	 * @throws NotCancellableException if the reservation is no longer paid, or its show
	 * has begun by the database's clock
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void giveBack(Reservation reservation, List<Integer> numbers, long price) {
		boolean whole = numbers.size() == reservation.seats().size();
		if (!(whole ? this.reservations.giveBack(reservation.id())
				: this.reservations.giveBack(reservation.id(), numbers, price))) {
			throw new NotCancellableException();
		}
		int freed = this.seats.releaseSeats(reservation.showId(), numbers, reservation.id());
		if (freed != numbers.size()) {
			throw new IllegalStateException(
					"A seat of the paid reservation " + reservation.id() + " belongs to another reservation");
		}
		countChange(reservation);
	}

	/**
	 * Counts the seats as sold. Call this last, because all payments for the show update
	 * the same row.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void countSold(Reservation reservation) {
		this.catalogue.countSold(reservation.concertId(), reservation.showId(), reservation.seats().size());
	}

	/** Counts this many seats of the reservation as unsold. Call this last. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void countReturned(Reservation reservation, int seats) {
		this.catalogue.countSold(reservation.concertId(), reservation.showId(), -seats);
	}

	private void countChange(Reservation reservation) {
		this.changes.countAfterCommit(reservation.concertId(), reservation.showId());
	}

}
