package app.frontrow.booking.web.seat;

import java.util.Locale;

import app.frontrow.booking.seat.Seat;
import app.frontrow.booking.seat.SeatStatus;

/**
 * A seat on the map.
 *
 * @param row counted from the stage, from 1
 * @param number 1 to 50
 * @param gradeMark the grade in one or two letters
 * @param gradeRank position among the grades of the concert, from 1
 * @param price in won
 * @param status {@code available}, {@code held}, {@code sold} or {@code mine}
 * @param chosen whether its box is ticked
 */
record SeatMapSeatView(int row, int number, String grade, String gradeMark, int gradeRank, long price, String status,
		boolean chosen) {

	public boolean free() {
		return "available".equals(this.status);
	}

	public boolean mine() {
		return "mine".equals(this.status);
	}

	static String status(Seat seat) {
		boolean mine = seat.mine() && seat.status() != SeatStatus.AVAILABLE;
		return mine ? "mine" : seat.status().name().toLowerCase(Locale.ROOT);
	}

}
