package app.frontrow.payments.web;

import app.frontrow.reservations.ReservedSeat;

/**
 * A reserved seat with its row.
 *
 * @param row counted from the stage, from 1
 * @param number 1 to 50
 * @param grade its grade
 * @param price in won
 */
record OrderSeat(int row, int number, String grade, long price) {

	private static final int SEATS_PER_ROW = 10;

	static OrderSeat of(ReservedSeat seat) {
		return new OrderSeat((seat.number() - 1) / SEATS_PER_ROW + 1, seat.number(), seat.grade(), seat.price());
	}

}
