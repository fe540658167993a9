package app.frontrow.reservations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.SalesNotOpenException;
import app.frontrow.catalogue.Show;
import app.frontrow.reservations.SeatRepository.Choice;
import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.NotFoundException;
import app.frontrow.shared.PageOf;
import app.frontrow.waitingroom.Admission;
import app.frontrow.waitingroom.place.Pass;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds, sells and frees seats. Each change is part of the caller's transaction. The row
 * of the seat decides it, so a seat never has two owners.
 */
@Service
public class SeatHoldService {

	private final SeatRepository seats;

	private final ReservationRepository reservations;

	private final TakenSeatCache takenSeats;

	private final SeatChangeCounter changes;

	private final CatalogueEditService programme;

	private final HoldRules rules;

	SeatHoldService(SeatRepository seats, ReservationRepository reservations, TakenSeatCache takenSeats,
			SeatChangeCounter changes, CatalogueEditService programme, HoldRules rules) {
		this.seats = seats;
		this.reservations = reservations;
		this.takenSeats = takenSeats;
		this.changes = changes;
		this.programme = programme;
		this.rules = rules;
	}

	/** Returns how many seats of a concert a member may hold or own. */
	public int maxSeats() {
		return this.rules.maxSeats();
	}

	/**
	 * Checks a request before the transaction. It asks the database only about seats that
	 * were taken moments ago. So most requests for such a seat take no lock.
	 * @throws InvalidInputException if there are no or too many numbers, or one is
	 * repeated or not within 1 to 50
	 * @throws SalesNotOpenException if the show is not on sale
	 * @throws SeatTakenException if a seat is held or sold
	 */
	public void checkBeforeHold(Show show, List<Integer> seatNumbers) {
		this.rules.checkNumbers(seatNumbers);
		this.rules.requireOnSale(show);
		if (this.takenSeats.containsAny(show.id(), seatNumbers)) {
			List<Integer> taken = this.seats.findTaken(show.id(), seatNumbers);
			if (!taken.isEmpty()) {
				throw new SeatTakenException(taken, show.id());
			}
		}
	}

	/**
	 * Holds all the seats or none. {@link HoldRules#calculateEnd} sets the end of the
	 * hold.
	 * @param show a show of the concert of the pass
	 * @param wanted seats that passed {@link #checkBeforeHold}
	 * @throws SeatTakenException if a seat is held or sold
	 * @throws PriceChangedException if the total differs from the expected one
	 * @throws SeatLimitExceededException if the member would have too many seats
	 * @throws SalesNotOpenException if the show has begun by the database's clock
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Reservation hold(Admission admission, Show show, SeatChoice wanted) {
		Pass pass = admission.pass();
		List<Integer> numbers = wanted.seatNumbers().stream().sorted().toList();
		this.seats.lockAllowance(pass.memberId(), pass.concertId());
		Choice choice = this.seats.read(show.id(), numbers, pass.memberId(), pass.concertId());
		requireFree(choice, show, numbers);
		this.rules.requireAllowance(choice.owned() + numbers.size(), pass.concertId());
		Reservation held = reservation(pass, show, choice, this.rules.calculateEnd(admission, show, choice.now()));
		requireExpectedTotal(wanted, held.total());
		this.takenSeats.add(show.id(), numbers);
		int claimed = this.seats.claim(show.id(), held.seats(), held.id(), held.heldUntil());
		if (claimed != numbers.size()) {
			List<Integer> taken = this.seats.findTaken(show.id(), numbers);
			throw new SeatTakenException(taken.isEmpty() ? numbers : taken, show.id());
		}
		this.reservations.insert(held);
		countChange(held);
		return held;
	}

	private void requireFree(Choice choice, Show show, List<Integer> numbers) {
		List<Integer> taken = new ArrayList<>(numbers);
		taken.removeAll(choice.free().stream().map(ReservedSeat::number).toList());
		if (!taken.isEmpty()) {
			this.takenSeats.add(show.id(), taken);
			throw new SeatTakenException(taken, show.id());
		}
	}

	private static void requireExpectedTotal(SeatChoice wanted, long total) {
		if (wanted.expectedTotal() != null && wanted.expectedTotal() != total) {
			throw new PriceChangedException(wanted.expectedTotal(), total);
		}
	}

	private static Reservation reservation(Pass pass, Show show, Choice choice, Instant end) {
		return new Reservation(UUID.randomUUID(), pass.memberId(), pass.concertId(), show.id(), show.startsAt(),
				choice.free(), choice.free().stream().mapToLong(ReservedSeat::price).sum(), ReservationStatus.HELD, end,
				pass.number(), choice.now());
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
			requirePayable(this.reservations.find(reservation.id()).orElseThrow());
		}
		if (changed != 1 + reservation.seats().size()) {
			throw new HoldExpiredException(reservation.concertId());
		}
		countChange(reservation);
		return reservation.with(ReservationStatus.CONFIRMED);
	}

	private static void requirePayable(Reservation reservation) {
		if (reservation.status() == ReservationStatus.CONFIRMED) {
			throw new AlreadyPaidException();
		}
		if (reservation.status() != ReservationStatus.HELD) {
			throw new HoldExpiredException(reservation.concertId());
		}
	}

	/**
	 * Gives up a hold. Its seats are free at once.
	 * @throws NotCancellableException if it is not a hold any more
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
	 * Puts paid seats on sale again. The caller must also call {@link #countReturned}.
	 * @throws NotCancellableException if the reservation is not paid any more, or its
	 * show has begun by the database's clock
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Reservation giveBack(Reservation reservation) {
		if (!this.reservations.giveBack(reservation.id())) {
			throw new NotCancellableException();
		}
		int freed = this.seats.releaseSeats(reservation.showId(), reservation.seatNumbers(), reservation.id());
		if (freed != reservation.seats().size()) {
			throw new IllegalStateException("A seat of the paid reservation " + reservation.id() + " is not its own");
		}
		countChange(reservation);
		return reservation.with(ReservationStatus.CANCELLED);
	}

	private void countChange(Reservation reservation) {
		this.changes.countAfterCommit(reservation.concertId(), reservation.showId());
	}

	/**
	 * Counts the seats as sold. Call this last, because all payments for the show update
	 * the same row.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void countSold(Reservation reservation) {
		this.programme.countSold(reservation.concertId(), reservation.showId(), reservation.seats().size());
	}

	/** Counts the seats as unsold. Call this last. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void countReturned(Reservation reservation) {
		this.programme.countSold(reservation.concertId(), reservation.showId(), -reservation.seats().size());
	}

	/**
	 * Returns a reservation of the member.
	 * @throws NotFoundException if there is none, or it belongs to another member
	 */
	public Reservation find(UUID memberId, UUID reservationId) {
		return this.reservations.find(reservationId)
			.filter((reservation) -> reservation.memberId().equals(memberId))
			.orElseThrow(NotFoundException::new);
	}

	/**
	 * Returns a hold of the member for its payment.
	 * @throws NotFoundException if there is none, or it belongs to another member
	 * @throws HoldExpiredException if the hold has ended or was given up
	 * @throws AlreadyPaidException if it is paid
	 */
	public PayableHold findPayableHold(UUID memberId, UUID reservationId) {
		PayableHold found = this.reservations.findPayable(reservationId)
			.filter((hold) -> hold.reservation().memberId().equals(memberId))
			.orElseThrow(NotFoundException::new);
		requirePayable(found.reservation());
		return found;
	}

	/**
	 * Returns the member's reservations, newest first.
	 * @param status null for any
	 */
	public PageOf<Reservation> findByMember(UUID memberId, ReservationStatus status, int page, int size) {
		return this.reservations.findByMember(memberId, status, page, size);
	}

	/** Returns the passes of members who have no other hold for the concert. */
	public List<Pass> findPassesWithoutHold(Collection<UUID> reservationIds) {
		return reservationIds.isEmpty() ? List.of() : this.reservations.findPassesWithoutHold(reservationIds);
	}

	public PassUsage findPassUsage(Pass pass) {
		return this.reservations.findPassUsage(pass);
	}

}
