package app.frontrow.booking.web.seat;

import java.util.List;

import app.frontrow.booking.reservation.SeatChoice;
import app.frontrow.booking.seat.ShownPricesCodec;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of the seat map.
 *
 * @param seatNumbers the ticked seats
 * @param prices the prices that the map showed, in the format of {@link ShownPricesCodec}
 * @param anyway whether the member accepts that a single free seat is left
 */
record HoldForm(@NotNull Long showId, List<Integer> seatNumbers,
		@Pattern(regexp = ShownPricesCodec.FORMAT) @Nullable String prices, @Nullable String idempotencyKey,
		Boolean anyway) {

	HoldForm {
		seatNumbers = (seatNumbers != null) ? seatNumbers : List.of();
		anyway = Boolean.TRUE.equals(anyway);
	}

	SeatChoice choice() {
		return new SeatChoice(this.showId, this.seatNumbers, ShownPricesCodec.sumPrices(this.prices, this.seatNumbers));
	}

}
