package app.frontrow.reservations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.Programme;
import app.frontrow.catalogue.SaleStatus;
import app.frontrow.catalogue.SalesNotOpenException;
import app.frontrow.catalogue.Show;
import app.frontrow.reservations.Reservations.Attempt;
import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.NotFoundException;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.Transactions;
import app.frontrow.waitingroom.Pass;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holding seats, making them the member's, and letting them go. Everything that changes a
 * seat is part of the caller's transaction and is decided by the seat's own row, so no
 * seat ever has two owners.
 */
@Service
public class SeatHolds {

	private final Seats seats;

	private final Reservations reservations;

	private final Catalogue catalogue;

	private final Programme programme;

	private final ReservationSettings settings;

	private final Transactions transactions;

	SeatHolds(Seats seats, Reservations reservations, Catalogue catalogue, Programme programme,
			ReservationSettings settings, Transactions transactions) {
		this.seats = seats;
		this.reservations = reservations;
		this.catalogue = catalogue;
		this.programme = programme;
		this.settings = settings;
		this.transactions = transactions;
	}

	/**
	 * Checks what can be checked before a transaction begins, so that most of those who
	 * come too late cost no lock.
	 * @param show the show
	 * @param seatNumbers what the member wants
	 * @throws InvalidInputException if the numbers are none, too many, twice or out of 1
	 * to 50
	 * @throws SalesNotOpenException if the show is not on sale
	 * @throws SeatTakenException if a seat is held or sold
	 */
	public void precheck(Show show, List<Integer> seatNumbers) {
		checkNumbers(seatNumbers);
		requireOnSale(show);
		List<Integer> taken = this.seats.taken(show.id(), seatNumbers);
		if (!taken.isEmpty()) {
			throw new SeatTakenException(taken, show.id());
		}
	}

	/**
	 * Sees to it that the member's allowance for the concert can be locked; to be called
	 * before the transaction that holds seats.
	 */
	public void prepareAllowance(UUID memberId, long concertId) {
		// asked first: an insert waits for every hold of the member that is under way
		if (!this.seats.hasAllowance(memberId, concertId)) {
			this.transactions.run(() -> this.seats.createAllowance(memberId, concertId));
		}
	}

	/**
	 * Holds the seats, all or none, for the length of a hold.
	 * @param pass whose turn it is
	 * @param show the show, of the concert of the pass
	 * @param seatNumbers as checked by {@link #precheck}
	 * @throws SeatTakenException if a seat is held or sold
	 * @throws SeatLimitExceededException if the member would have too many seats
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Reservation hold(Pass pass, Show show, List<Integer> seatNumbers) {
		List<Integer> numbers = seatNumbers.stream().sorted().toList();
		this.seats.lockAllowance(pass.memberId(), pass.concertId());
		int owned = this.seats.liveSeats(pass.memberId(), pass.concertId());
		if (owned + numbers.size() > this.settings.seatsPerMember()) {
			throw new SeatLimitExceededException(this.settings.seatsPerMember(), pass.concertId());
		}
		UUID id = UUID.randomUUID();
		int claimed = this.seats.claim(show.id(), numbers, id, this.settings.hold().toNanos() / 1000);
		if (claimed != numbers.size()) {
			List<Integer> taken = this.seats.taken(show.id(), numbers);
			throw new SeatTakenException(taken.isEmpty() ? numbers : taken, show.id());
		}
		this.reservations.insert(
				new Attempt(id, pass.memberId(), pass.concertId(), show.id(), show.startsAt(), numbers, pass.seq()));
		return this.reservations.find(id).orElseThrow();
	}

	/**
	 * Makes held seats the member's for good.
	 * @throws HoldExpiredException if the hold has ended by the database's clock
	 * @throws AlreadyPaidException if they are the member's already
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void confirm(Reservation reservation) {
		requirePayable(this.reservations.lock(reservation.id()).orElseThrow());
		int sold = this.seats.sell(reservation.showId(), reservation.seatNumbers(), reservation.id());
		if (sold != reservation.seats().size()) {
			throw new HoldExpiredException(reservation.concertId());
		}
		this.reservations.changeStatus(reservation.id(), ReservationStatus.HELD, ReservationStatus.CONFIRMED);
		this.programme.countSold(reservation.concertId(), reservation.showId(), sold);
	}

	/**
	 * Refuses a reservation that cannot be paid as it stands.
	 * @throws HoldExpiredException if its hold has ended, or it was given up
	 * @throws AlreadyPaidException if it is paid
	 */
	public void requirePayable(Reservation reservation) {
		if (reservation.status() == ReservationStatus.CONFIRMED) {
			throw new AlreadyPaidException();
		}
		if (reservation.status() != ReservationStatus.HELD) {
			throw new HoldExpiredException(reservation.concertId());
		}
	}

	/**
	 * Gives up a hold; its seats are free at once.
	 * @throws NotCancellableException if it is not a hold any more
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void release(Reservation reservation) {
		Reservation current = this.reservations.lock(reservation.id()).orElseThrow();
		if (current.status() != ReservationStatus.HELD) {
			throw new NotCancellableException();
		}
		this.seats.free(current.showId(), current.seatNumbers(), current.id());
		this.reservations.changeStatus(current.id(), ReservationStatus.HELD, ReservationStatus.CANCELLED);
	}

	/**
	 * Puts the seats of a paid reservation on sale again.
	 * @throws NotCancellableException if it is not paid any more, or its show has begun
	 * by the database's clock
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void giveBack(Reservation reservation) {
		Reservation current = this.reservations.lock(reservation.id()).orElseThrow();
		if (current.status() != ReservationStatus.CONFIRMED || this.reservations.hasBegun(current.id())) {
			throw new NotCancellableException();
		}
		int freed = this.seats.free(current.showId(), current.seatNumbers(), current.id());
		this.reservations.changeStatus(current.id(), ReservationStatus.CONFIRMED, ReservationStatus.CANCELLED);
		this.programme.countSold(current.concertId(), current.showId(), -freed);
	}

	/**
	 * The member's reservation.
	 * @throws NotFoundException if there is none, or it is somebody else's
	 */
	public Reservation find(UUID memberId, UUID reservationId) {
		return this.reservations.find(reservationId)
			.filter((reservation) -> reservation.memberId().equals(memberId))
			.orElseThrow(NotFoundException::new);
	}

	/**
	 * The member's reservations, newest first.
	 * @param status null for any
	 */
	public PageOf<Reservation> ofMember(UUID memberId, ReservationStatus status, int page, int size) {
		return this.reservations.ofMember(memberId, status, page, size);
	}

	/**
	 * End of the member's latest hold for the concert that is still alive.
	 */
	public Optional<Instant> liveHoldEnd(UUID memberId, long concertId) {
		return this.reservations.liveHoldEnd(memberId, concertId);
	}

	private void checkNumbers(List<Integer> numbers) {
		if (numbers == null || numbers.isEmpty() || numbers.size() > this.settings.seatsPerMember()) {
			throw new InvalidInputException("seatNumbers", "seat-count", this.settings.seatsPerMember());
		}
		if (numbers.stream().anyMatch((number) -> number == null || number < 1 || number > Show.SEATS)) {
			throw new InvalidInputException("seatNumbers", "seat-number");
		}
		if (numbers.stream().distinct().count() < numbers.size()) {
			throw new InvalidInputException("seatNumbers", "seat-twice");
		}
	}

	private void requireOnSale(Show show) {
		Concert concert = this.catalogue.concert(show.concertId());
		boolean open = concert.status() == SaleStatus.ON_SALE || concert.status() == SaleStatus.SOLD_OUT;
		if (!open || this.catalogue.hasBegun(show)) {
			throw new SalesNotOpenException(concert);
		}
	}

}
