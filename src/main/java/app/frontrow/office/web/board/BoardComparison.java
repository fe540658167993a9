package app.frontrow.office.web.board;

import java.util.ArrayList;
import java.util.List;

import app.frontrow.office.board.SaleMinute;

/**
 * Two sales, minute by minute since their openings.
 *
 * @param otherTitle title of the other concert
 * @param minutes paid orders so far
 */
record BoardComparison(String otherTitle, List<Minute> minutes) {

	static BoardComparison of(List<SaleMinute> own, String otherTitle, List<SaleMinute> other) {
		List<Minute> minutes = new ArrayList<>();
		long ownPaid = 0;
		long otherPaid = 0;
		for (int number = 0; number < own.size(); number++) {
			ownPaid += own.get(number).paid();
			otherPaid += other.get(number).paid();
			minutes.add(new Minute(number + 1, ownPaid, otherPaid));
		}
		return new BoardComparison(otherTitle, minutes);
	}

	/**
	 * One minute of both.
	 *
	 * @param number from 1, the minute of the opening
	 */
	record Minute(int number, long own, long other) {
	}

}
