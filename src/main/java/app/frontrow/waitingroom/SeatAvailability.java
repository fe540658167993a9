package app.frontrow.waitingroom;

import java.util.OptionalInt;

/**
 * Counts the free seats for the waiting room. The module with the seats implements it,
 * because that module depends on the waiting room.
 */
@FunctionalInterface
public interface SeatAvailability {

	/**
	 * Seats of the concert that are neither sold nor held, in all shows to come. The
	 * number is at most some seconds old. It does not wait for a database that is away.
	 * @return empty if the number is not known at the moment
	 */
	OptionalInt findFreeSeats(long concertId);

}
