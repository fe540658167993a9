package app.frontrow.booking.web.seat;

import java.util.List;

import app.frontrow.booking.seat.SeatPlan;

/**
 * The states of the seats for an open map.
 *
 * @param states by number, with the names of {@link SeatMapSeatView}
 * @param prices in the format of {@link app.frontrow.booking.seat.ShownPricesCodec}
 */
record SeatStatesView(List<String> states, String prices) {

	static SeatStatesView of(SeatPlan plan) {
		return new SeatStatesView(plan.seats().stream().map(SeatMapSeatView::status).toList(), plan.prices());
	}

}
