package app.frontrow.payments.web;

import app.frontrow.reservations.ReservedSeat;
import app.frontrow.reservations.SeatPosition;

/**
 * A reserved seat with its row.
 *
 * @param row counted from the stage, from 1
 * @param number 1 to 50
 * @param price in won
 */
record OrderSeatView(int row, int number, String grade, long price) {

	static OrderSeatView of(ReservedSeat seat) {
		return new OrderSeatView(SeatPosition.of(seat.number()).row(), seat.number(), seat.grade(), seat.price());
	}

}
