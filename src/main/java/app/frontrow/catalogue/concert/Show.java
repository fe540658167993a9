package app.frontrow.catalogue.concert;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A concert on one date.
 *
 * @param seatsLeft seats not yet sold
 */
public record Show(long id, long concertId, Instant startsAt, int seatsLeft) {

	/** Seats of every show, numbered from 1. */
	public static final int SEATS = 50;

	/** The wall clock of every venue. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

}
