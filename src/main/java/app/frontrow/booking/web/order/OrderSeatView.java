package app.frontrow.booking.web.order;

import app.frontrow.booking.reservation.ReservedSeat;
import app.frontrow.booking.seat.SeatPosition;

/**
 * A reserved seat with its row.
 *
 * @param row counted from the stage, from 1
 * @param number 1 to 50
 * @param price in won
 */
public record OrderSeatView(int row, int number, String grade, long price) {

	static OrderSeatView of(ReservedSeat seat) {
		return new OrderSeatView(SeatPosition.of(seat.number()).row(), seat.number(), seat.grade(), seat.price());
	}

}
