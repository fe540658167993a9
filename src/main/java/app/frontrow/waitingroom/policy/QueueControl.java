package app.frontrow.waitingroom.policy;

import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.text.ReadableTextRules;
import jakarta.annotation.Nullable;

/**
 * The controls of one waiting room.
 *
 * @param capacity the largest number of passes at a time, 1 to 1,000,000
 * @param admissionsPerSecond the largest number of admissions per second, above 0 and at
 * most 100,000
 * @param mode what the ticket office allows
 * @param message a text for everybody who waits, at most 300 characters; null without one
 */
public record QueueControl(int capacity, double admissionsPerSecond, QueueMode mode, @Nullable String message) {

	private static final int MAX_CAPACITY = 1_000_000;

	private static final int MAX_MESSAGE = 300;

	private static final double MAX_ADMISSIONS_PER_SECOND = 100_000;

	void check() {
		if (this.capacity < 1 || this.capacity > MAX_CAPACITY) {
			throw new InvalidInputException("capacity", "range", 1, MAX_CAPACITY);
		}
		if (!(this.admissionsPerSecond > 0 && this.admissionsPerSecond <= MAX_ADMISSIONS_PER_SECOND)) {
			throw new InvalidInputException("admissionsPerSecond", "positive-range", (long) MAX_ADMISSIONS_PER_SECOND);
		}
		checkMessage();
	}

	private void checkMessage() {
		if (this.message == null) {
			return;
		}
		int length = this.message.codePointCount(0, this.message.length());
		if (length < 1 || length > MAX_MESSAGE) {
			throw new InvalidInputException("message", "length", 1, MAX_MESSAGE);
		}
		if (!ReadableTextRules.isLine(this.message)) {
			throw new InvalidInputException("message", "unreadable");
		}
	}

}
