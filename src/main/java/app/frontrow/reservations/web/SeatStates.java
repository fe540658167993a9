package app.frontrow.reservations.web;

import java.util.List;

import app.frontrow.reservations.SeatPlan;

/**
 * The states of the seats for an open map.
 *
 * @param states by number, with the names of {@link HallSeat}
 * @param prices in the format of {@link app.frontrow.reservations.ShownPrices}
 */
record SeatStates(List<String> states, String prices) {

	static SeatStates of(SeatPlan plan) {
		return new SeatStates(plan.seats().stream().map(HallSeat::status).toList(), plan.prices());
	}

}
