package app.frontrow.payments.web;

import java.util.List;

import jakarta.validation.constraints.NotNull;

/**
 * What the seat map sends.
 *
 * @param showId the show
 * @param seatNumbers the ticked seats
 * @param idempotencyKey the page's own key
 * @param anyway whether the member knows that a seat is left alone, and goes on
 */
record HoldForm(@NotNull Long showId, List<Integer> seatNumbers, String idempotencyKey, Boolean anyway) {

	HoldForm {
		seatNumbers = (seatNumbers != null) ? seatNumbers : List.of();
		anyway = Boolean.TRUE.equals(anyway);
	}

}
