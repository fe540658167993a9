package app.frontrow.wallet.web;

import java.util.Optional;
import java.util.UUID;

/**
 * A top-up as the form sends it, kept as it was typed.
 *
 * @param amount in won
 * @param quick a round amount that was clicked, in place of what was typed; null when
 * none was
 * @param returnTo the reservation whose checkout asked for it; null from the wallet's own
 * page
 * @param idempotencyKey the form's own key
 */
record ChargeForm(String amount, String quick, String returnTo, String idempotencyKey) {

	/** Whether nothing was typed. */
	boolean isEmpty() {
		return chosen() == null || chosen().isBlank();
	}

	/** The amount, unless it is not a whole number. */
	Optional<Long> won() {
		try {
			return Optional.of(Long.valueOf(chosen().strip()));
		}
		catch (NumberFormatException notWhole) {
			return Optional.empty();
		}
	}

	private String chosen() {
		return (this.quick != null) ? this.quick : this.amount;
	}

	/** The reservation to go back to, unless that is not one. */
	public UUID order() {
		try {
			return (this.returnTo != null) ? UUID.fromString(this.returnTo) : null;
		}
		catch (IllegalArgumentException noReservation) {
			return null;
		}
	}

}
