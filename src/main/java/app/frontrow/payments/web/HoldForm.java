package app.frontrow.payments.web;

import java.util.List;

import app.frontrow.reservations.SeatChoice;
import app.frontrow.reservations.ShownPrices;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * What the seat map sends.
 *
 * @param showId the show
 * @param seatNumbers the ticked seats
 * @param prices what the map showed, as {@link ShownPrices} writes it
 * @param idempotencyKey the page's own key
 * @param anyway whether the member knows that a seat is left alone, and goes on
 */
record HoldForm(@NotNull Long showId, List<Integer> seatNumbers, @Pattern(regexp = ShownPrices.FORMAT) String prices,
		String idempotencyKey, Boolean anyway) {

	HoldForm {
		seatNumbers = (seatNumbers != null) ? seatNumbers : List.of();
		anyway = Boolean.TRUE.equals(anyway);
	}

	SeatChoice choice() {
		return new SeatChoice(this.showId, this.seatNumbers, ShownPrices.total(this.prices, this.seatNumbers));
	}

}
