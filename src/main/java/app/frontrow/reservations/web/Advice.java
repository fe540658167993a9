package app.frontrow.reservations.web;

import java.util.List;

import app.frontrow.reservations.BestSeats;
import app.frontrow.reservations.SeatPlan;

/**
 * The best seats for a party as the page proposes them; nothing is held by it.
 *
 * @param seats numbers to tick
 * @param wanted for how many people
 * @param grade of which grade; empty for any
 * @param outcome {@code together}, {@code apart} or {@code none}
 */
record Advice(List<Integer> seats, int wanted, String grade, String outcome) {

	/**
	 * Advises a party, of the size it asks for or the nearest one there is.
	 * @param largest the largest party there is
	 */
	static Advice on(SeatPlan plan, int wanted, int largest, String grade) {
		int size = Math.min(Math.max(wanted, 1), largest);
		BestSeats best = BestSeats.of(plan, size, grade);
		return new Advice(best.numbers(), size, grade,
				best.numbers().isEmpty() ? "none" : best.together() ? "together" : "apart");
	}

}
