package app.frontrow.booking.hold;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import app.frontrow.booking.reservation.SeatLimitExceededException;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.SalesNotOpenException;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.waitingroom.Admission;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Checks the limits of a hold: number of seats, show and duration.
 */
@Component
class HoldRules {

	private final CatalogueQueryService catalogue;

	private final ReservationSettings settings;

	HoldRules(CatalogueQueryService catalogue, ReservationSettings settings) {
		this.catalogue = catalogue;
		this.settings = settings;
	}

	int maxSeats() {
		return this.settings.seatsPerMember();
	}

	/**
	 * Checks the seat numbers of a request.
	 * @throws InvalidInputException if there are no or too many numbers, or one is
	 * repeated or not within 1 to 50
	 */
	void checkNumbers(@Nullable List<Integer> numbers) {
		if (numbers == null || numbers.isEmpty() || numbers.size() > maxSeats()) {
			throw new InvalidInputException("seatNumbers", "seat-count", maxSeats());
		}
		if (numbers.stream().anyMatch((number) -> number == null || number < 1 || number > Show.SEATS)) {
			throw new InvalidInputException("seatNumbers", "seat-number");
		}
		if (numbers.stream().distinct().count() < numbers.size()) {
			throw new InvalidInputException("seatNumbers", "seat-twice");
		}
	}

	/**
	 * Checks that the show is on sale, with the catalogue in memory.
	 * @throws SalesNotOpenException if it is not on sale or has begun
	 */
	void requireOnSale(Show show) {
		Concert concert = this.catalogue.getConcert(show.concertId());
		boolean open = concert.status() == SaleStatus.ON_SALE || concert.status() == SaleStatus.SOLD_OUT;
		if (!open || this.catalogue.hasBegun(show)) {
			throw new SalesNotOpenException(concert);
		}
	}

	void requireAllowance(int seats, long concertId) {
		if (seats > maxSeats()) {
			throw new SeatLimitExceededException(maxSeats(), concertId);
		}
	}

	/**
	 * Returns the end of a hold that begins now. A hold ends when the show begins at the
	 * latest. After the normal end of the pass, only one length of a hold is left in
	 * total, so repeated holds do not prolong the pass again and again.
	 * @param now the database's time
	 * @throws SalesNotOpenException if the show has begun
	 */
	Instant calculateEnd(Admission admission, Show show, Instant now) {
		Duration remainingPassTime = admission.remainingPassTime();
		Duration length = remainingPassTime.isNegative() ? this.settings.hold().plus(remainingPassTime)
				: this.settings.hold();
		Instant end = now.plus(length).truncatedTo(ChronoUnit.MICROS);
		if (!show.startsAt().isAfter(now)) {
			throw new SalesNotOpenException(this.catalogue.getConcert(show.concertId()));
		}
		return end.isBefore(show.startsAt()) ? end : show.startsAt();
	}

}
