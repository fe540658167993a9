package app.frontrow.reservations;

import app.frontrow.waitingroom.SeatsToBeHad;

import org.springframework.stereotype.Component;

/**
 * Counts free seats for the waiting room.
 */
@Component
class FreeSeats implements SeatsToBeHad {

	private final SeatMap seats;

	FreeSeats(SeatMap seats) {
		this.seats = seats;
	}

	@Override
	public int countFreeSeats(long concertId) {
		return this.seats.shows(concertId).stream().mapToInt(BookableShow::seatsLeft).sum();
	}

}
