package app.frontrow.wallet.web;

import java.util.Optional;
import java.util.UUID;

/**
 * The fields of the top-up form, as the member entered them.
 *
 * @param amount in won
 * @param quick amount of the clicked button, used instead of {@code amount}; null if none
 * was clicked
 * @param returnTo the reservation to return to; null on the wallet's page
 */
record ChargeForm(String amount, String quick, String returnTo, String idempotencyKey) {

	boolean isEmpty() {
		return chosen() == null || chosen().isBlank();
	}

	/** Returns the amount, or an empty value if it is not a whole number. */
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

	/** Returns the reservation to return to, or null if the form has no valid id. */
	public UUID order() {
		try {
			return (this.returnTo != null) ? UUID.fromString(this.returnTo) : null;
		}
		catch (IllegalArgumentException noReservation) {
			return null;
		}
	}

}
