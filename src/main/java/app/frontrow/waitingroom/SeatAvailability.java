package app.frontrow.waitingroom;

/**
 * Counts the free seats for the waiting room. The module with the seats implements it,
 * because that module depends on the waiting room.
 */
@FunctionalInterface
public interface SeatAvailability {

	/**
	 * Returns the number of seats that are neither sold nor held, in all future shows of
	 * the concert. The number is at most a second old.
	 */
	int countFreeSeats(long concertId);

}
