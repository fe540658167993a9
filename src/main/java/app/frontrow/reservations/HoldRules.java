package app.frontrow.reservations;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.SaleStatus;
import app.frontrow.catalogue.SalesNotOpenException;
import app.frontrow.catalogue.Show;
import app.frontrow.shared.InvalidInputException;
import app.frontrow.waitingroom.Admission;

import org.springframework.stereotype.Component;

/**
 * How many seats may be held, of which shows, and for how long.
 */
@Component
class HoldRules {

	private final Catalogue catalogue;

	private final ReservationSettings settings;

	HoldRules(Catalogue catalogue, ReservationSettings settings) {
		this.catalogue = catalogue;
		this.settings = settings;
	}

	/** How many seats of a concert a member may hold or own. */
	int mostSeats() {
		return this.settings.seatsPerMember();
	}

	/**
	 * Checks what a member asks for.
	 * @throws InvalidInputException if the numbers are none, too many, twice or out of 1
	 * to 50
	 */
	void checkNumbers(List<Integer> numbers) {
		if (numbers == null || numbers.isEmpty() || numbers.size() > mostSeats()) {
			throw new InvalidInputException("seatNumbers", "seat-count", mostSeats());
		}
		if (numbers.stream().anyMatch((number) -> number == null || number < 1 || number > Show.SEATS)) {
			throw new InvalidInputException("seatNumbers", "seat-number");
		}
		if (numbers.stream().distinct().count() < numbers.size()) {
			throw new InvalidInputException("seatNumbers", "seat-twice");
		}
	}

	/**
	 * Checks the show, as far as this instance knows it.
	 * @throws SalesNotOpenException if it is not on sale, or has begun
	 */
	void requireOnSale(Show show) {
		Concert concert = this.catalogue.concert(show.concertId());
		boolean open = concert.status() == SaleStatus.ON_SALE || concert.status() == SaleStatus.SOLD_OUT;
		if (!open || this.catalogue.hasBegun(show)) {
			throw new SalesNotOpenException(concert);
		}
	}

	/**
	 * Checks what the member would have then.
	 * @throws SeatLimitExceededException if that is too much
	 */
	void requireAllowance(int seats, long concertId) {
		if (seats > mostSeats()) {
			throw new SeatLimitExceededException(mostSeats(), concertId);
		}
	}

	/**
	 * When a hold that begins now ends: after its length, one hold after the own time of
	 * the pass, or when the show begins, whichever is first.
	 * @param now the database's time
	 * @throws SalesNotOpenException if the show has begun
	 */
	Instant end(Admission admission, Show show, Instant now) {
		Duration remainingPassTime = admission.remainingPassTime();
		Duration length = remainingPassTime.isNegative() ? this.settings.hold().plus(remainingPassTime)
				: this.settings.hold();
		Instant end = now.plus(length).truncatedTo(ChronoUnit.MICROS);
		if (!show.startsAt().isAfter(now)) {
			throw new SalesNotOpenException(this.catalogue.concert(show.concertId()));
		}
		return end.isBefore(show.startsAt()) ? end : show.startsAt();
	}

}
