package app.frontrow.wallet;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * An amount of a top-up as a person typed it.
 *
 * @param text null if nothing was typed
 */
public record TypedAmount(@Nullable String text) {

	/** The key of a message for an amount that is missing. */
	public static final String MISSING = "invalid.required";

	/** The key of a message for a text that is no whole number. */
	public static final String NOT_WHOLE = "wallet.amount-not-whole";

	/** The key of a message for a number out of its bounds. */
	public static final String OUT_OF_BOUNDS = "invalid.amount";

	/**
	 * Returns the amount in won.
	 * @return empty if the text is no whole number
	 */
	public Optional<Long> won() {
		try {
			return (this.text != null && !this.text.isBlank()) ? Optional.of(Long.valueOf(this.text.strip()))
					: Optional.empty();
		}
		catch (NumberFormatException notWhole) {
			return Optional.empty();
		}
	}

	/**
	 * Tells what is wrong with the amount.
	 * @param most limit of one top-up in won
	 * @return the key of a message; empty if it can be added
	 */
	public Optional<String> findFault(long most) {
		if (isEmpty()) {
			return Optional.of(MISSING);
		}
		return won().map((amount) -> Optional.of(OUT_OF_BOUNDS).filter((key) -> amount < 1 || amount > most))
			.orElse(Optional.of(NOT_WHOLE));
	}

	private boolean isEmpty() {
		return this.text == null || this.text.isBlank();
	}

}
