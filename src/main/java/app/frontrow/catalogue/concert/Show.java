package app.frontrow.catalogue.concert;

import java.time.Instant;
import java.time.ZoneId;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.annotation.Nullable;

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

	/**
	 * Says that a show does not take place as it was announced.
	 *
	 * @param startsAt the date that was announced
	 * @param movedTo the new date; null if the show is cancelled
	 * @param reason why, in the words of the ticket office
	 */
	public record Notice(long showId, Instant startsAt, @Nullable Instant movedTo, String reason) {

		@JsonIgnore
		public boolean isCancelled() {
			return this.movedTo == null;
		}

	}

}
