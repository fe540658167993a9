package app.frontrow.booking.seat;

import app.frontrow.waitingroom.SeatAvailability;

import org.springframework.stereotype.Component;

/**
 * Counts free seats for the waiting room.
 */
@Component
class SeatAvailabilityAdapter implements SeatAvailability {

	private final SeatMapService seats;

	SeatAvailabilityAdapter(SeatMapService seats) {
		this.seats = seats;
	}

	@Override
	public int countFreeSeats(long concertId) {
		return this.seats.findShows(concertId).stream().mapToInt(BookableShow::seatsLeft).sum();
	}

}
