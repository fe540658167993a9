package app.frontrow.waitingroom;

/**
 * Whoever keeps the seats tells the waiting room how many could be held this moment. The
 * dependency points this way, since holding a seat needs a turn.
 */
@FunctionalInterface
public interface SeatsToBeHad {

	/**
	 * Seats of the concert that are neither sold nor held, over the shows still to come;
	 * a second old at most.
	 */
	int countFreeSeats(long concertId);

}
