package app.frontrow.catalogue;

import java.time.Instant;

/**
 * One date of a concert.
 *
 * @param startsAt when it begins
 * @param seatsLeft seats not yet sold
 */
public record Show(long id, long concertId, Instant startsAt, int seatsLeft) {

	/** Every show has this many seats, numbered from 1. */
	public static final int SEATS = 50;

}
