package app.frontrow.booking.web.seat;

import java.util.List;

import app.frontrow.booking.seat.BestSeats;
import app.frontrow.booking.seat.SeatPlan;

/**
 * The best seats for a party, proposed on the page. No seat is held.
 *
 * @param seats numbers of the seats to tick
 * @param wanted size of the party
 * @param grade only seats of this grade; an empty text for every grade
 * @param outcome {@code together}, {@code apart} or {@code none}
 */
record SeatSuggestion(List<Integer> seats, int wanted, String grade, String outcome) {

	static SeatSuggestion suggest(SeatPlan plan, int wanted, int largest, String grade) {
		int size = Math.min(Math.max(wanted, 1), largest);
		BestSeats best = BestSeats.of(plan, size, grade);
		return new SeatSuggestion(best.numbers(), size, grade,
				best.numbers().isEmpty() ? "none" : best.together() ? "together" : "apart");
	}

}
