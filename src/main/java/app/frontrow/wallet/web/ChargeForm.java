package app.frontrow.wallet.web;

import java.util.UUID;

import app.frontrow.wallet.TypedAmount;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the top-up form, as the member entered them.
 *
 * @param amount in won
 * @param quick amount of the clicked button, used instead of {@code amount}; null if none
 * was clicked
 * @param returnTo the reservation to return to; null on the wallet's page
 */
record ChargeForm(@Nullable String amount, @Nullable String quick, @Nullable String returnTo,
		@Nullable String idempotencyKey) {

	TypedAmount typed() {
		return new TypedAmount((this.quick != null) ? this.quick : this.amount);
	}

	/** Returns the reservation to return to, or null if the form has no valid id. */
	public @Nullable UUID order() {
		try {
			return (this.returnTo != null) ? UUID.fromString(this.returnTo) : null;
		}
		catch (IllegalArgumentException noReservation) {
			return null;
		}
	}

}
