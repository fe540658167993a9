package app.frontrow.waitingroom;

/**
 * Counts the free seats for the waiting room. The module with the seats implements it,
 * because that module depends on the waiting room.
 */
@FunctionalInterface
public interface SeatAvailability {

	/**
	 * Seats of the concert that are neither sold nor held, in all shows to come. The
	 * number is at most a second old.
	 */
	int countFreeSeats(long concertId);

}
