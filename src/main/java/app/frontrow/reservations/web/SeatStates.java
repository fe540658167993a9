package app.frontrow.reservations.web;

import java.util.List;

import app.frontrow.reservations.SeatPlan;

/**
 * How the seats of a show stand, for a map that is open.
 *
 * @param states by number, as {@link HallSeat} names them
 * @param prices as {@link app.frontrow.reservations.ShownPrices} writes them
 */
record SeatStates(List<String> states, String prices) {

	static SeatStates of(SeatPlan plan) {
		return new SeatStates(plan.seats().stream().map(HallSeat::status).toList(), plan.prices());
	}

}
