package app.frontrow.shared;

import java.time.Duration;

/**
 * When the jobs of an outbox try again: after a pause that doubles with each try.
 */
public final class RetryBackoff {

	private static final int MAX_DOUBLINGS = 10;

	private RetryBackoff() {
	}

	/**
	 * Returns the pause after a try.
	 * @param first the pause after the first try
	 * @param attempt the number of the try, from 1
	 */
	public static Duration pauseAfter(Duration first, int attempt) {
		return first.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
	}

}
