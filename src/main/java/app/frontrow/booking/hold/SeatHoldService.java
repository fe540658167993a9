package app.frontrow.booking.hold;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import app.frontrow.booking.reservation.PriceChangedException;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.reservation.ReservedSeat;
import app.frontrow.booking.reservation.SeatChoice;
import app.frontrow.booking.reservation.SeatTakenException;
import app.frontrow.booking.seat.SeatChangeCounter;
import app.frontrow.booking.seat.SeatRepository;
import app.frontrow.booking.seat.SeatRepository.Choice;
import app.frontrow.booking.seat.TakenSeatCache;
import app.frontrow.catalogue.SalesNotOpenException;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.shared.TimeOrderedUuid;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.waitingroom.Admission;
import app.frontrow.waitingroom.place.Pass;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds seats for a member. A conditional update of the seat's row decides each hold, so
 * a seat never has two owners.
 */
@Service
public class SeatHoldService {

	/**
	 * The length of a hold for an order that costs nothing. The transaction that confirms
	 * it takes less.
	 */
	private static final Duration FREE_HOLD = Duration.ofMinutes(1);

	private final SeatRepository seats;

	private final ReservationRepository reservations;

	private final TakenSeatCache takenSeats;

	private final SeatChangeCounter changes;

	private final HoldRules rules;

	SeatHoldService(SeatRepository seats, ReservationRepository reservations, TakenSeatCache takenSeats,
			SeatChangeCounter changes, HoldRules rules) {
		this.seats = seats;
		this.reservations = reservations;
		this.takenSeats = takenSeats;
		this.changes = changes;
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
	 * Reads the seats and checks whether the member may hold all of them. It locks the
	 * member's count of seats, but no seat. {@link HoldRules#calculateEnd} sets the end
	 * of the hold.
	 * @param show a show of the concert of the pass
	 * @param wanted seats that passed {@link #checkBeforeHold}
	 * @throws SeatTakenException if a seat is held or sold
	 * @throws PriceChangedException if the total differs from the expected one
	 * @throws app.frontrow.booking.reservation.SeatLimitExceededException if the member
	 * would have too many seats
	 * @throws SalesNotOpenException if the show has begun by the database's clock
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public PreparedHold prepare(Admission admission, Show show, SeatChoice wanted) {
		Pass pass = admission.pass();
		List<Integer> numbers = wanted.seatNumbers().stream().sorted().toList();
		this.seats.lockAllowance(pass.memberId(), pass.concertId());
		Choice choice = this.seats.read(show.id(), numbers, pass.memberId(), pass.concertId());
		Instant now = requireFree(choice, show, numbers);
		this.rules.requireAllowance(choice.owned() + numbers.size(), pass.concertId());
		Reservation held = reservation(pass, show, choice.free(), now, this.rules.calculateEnd(admission, show, now));
		requireExpectedTotal(wanted, held.total());
		return new PreparedHold(held, choice);
	}

	/**
	 * Reads the seats of an order that costs nothing. The caller confirms it in the same
	 * transaction. Neither the member's turn nor the limit of seats matters.
	 * @param numbers seats in ascending order
	 * @throws SeatTakenException if a seat is held, sold or blocked
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public PreparedHold prepareForFree(Show show, UUID memberId, List<Integer> numbers) {
		Choice choice = this.seats.read(show.id(), numbers, memberId, show.concertId());
		Instant now = requireFree(choice, show, numbers);
		List<ReservedSeat> free = choice.free()
			.stream()
			.map((seat) -> new ReservedSeat(seat.number(), seat.grade(), 0))
			.toList();
		return new PreparedHold(new Reservation(TimeOrderedUuid.next(), memberId, show.concertId(), show.id(),
				show.startsAt(), free, 0, ReservationStatus.HELD, now.plus(FREE_HOLD), Reservation.NO_PASS, now, null),
				choice);
	}

	/**
	 * Holds all the seats or none, and writes the reservation.
	 * @return the reservation with its number
	 * @throws SeatTakenException if another member has taken a seat since it was read
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Reservation hold(PreparedHold prepared) {
		Reservation held = prepared.reservation();
		List<Integer> numbers = held.seatNumbers();
		this.takenSeats.add(held.showId(), numbers);
		int claimed = this.seats.claim(held.showId(), prepared.choice().free(), held.id(), held.heldUntil());
		if (claimed != numbers.size()) {
			List<Integer> taken = this.seats.findTaken(held.showId(), numbers);
			throw new SeatTakenException(taken.isEmpty() ? numbers : taken, held.showId());
		}
		this.changes.countAfterCommit(held.concertId(), held.showId());
		return this.reservations.insert(held, prepared.choice().cancellationRules());
	}

	/**
	 * Checks that all seats are free, and returns the database's time. The time is known,
	 * because at least one seat was read.
	 */
	private Instant requireFree(Choice choice, Show show, List<Integer> numbers) {
		List<Integer> taken = new ArrayList<>(numbers);
		taken.removeAll(choice.free().stream().map(ReservedSeat::number).toList());
		if (!taken.isEmpty()) {
			this.takenSeats.add(show.id(), taken);
			throw new SeatTakenException(taken, show.id());
		}
		return Objects.requireNonNull(choice.now());
	}

	private static void requireExpectedTotal(SeatChoice wanted, long total) {
		if (wanted.expectedTotal() != null && wanted.expectedTotal() != total) {
			throw new PriceChangedException(wanted.expectedTotal(), total);
		}
	}

	private static Reservation reservation(Pass pass, Show show, List<ReservedSeat> free, Instant now, Instant end) {
		return new Reservation(TimeOrderedUuid.next(), pass.memberId(), pass.concertId(), show.id(), show.startsAt(),
				free, free.stream().mapToLong(ReservedSeat::price).sum(), ReservationStatus.HELD, end, pass.number(),
				now, null);
	}

}
