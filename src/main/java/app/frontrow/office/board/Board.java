package app.frontrow.office.board;

import java.time.Instant;
import java.util.List;

/**
 * The board of a concert at one moment.
 *
 * @param asOf when the figures were read, by the clock of the database
 * @param revenue the prices of all sold seats, in won
 * @param perMinute minutes in which something happened, by time
 */
public record Board(long concertId, String title, Instant salesOpenAt, Instant asOf, List<BoardShow> shows,
		long revenue, BoardQueue queue, BoardFunnel funnel, List<SaleMinute> perMinute) {

	/** The seats of all shows together. */
	public BoardSeats seats() {
		return this.shows.stream().map(BoardShow::seats).reduce(BoardSeats.NONE, BoardSeats::plus);
	}

}
