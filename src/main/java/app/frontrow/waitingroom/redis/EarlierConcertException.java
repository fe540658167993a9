package app.frontrow.waitingroom.redis;

import app.frontrow.shared.error.NotReadyException;

import org.springframework.data.redis.RedisSystemException;

/**
 * This instance knows an earlier concert than the one to which the queue belongs. A
 * restored database has given the id again. The call has changed nothing. Clients should
 * try again, because the instance soon reads the later concert.
 */
public class EarlierConcertException extends NotReadyException {

	private static final long serialVersionUID = 1L;

	/** The first word of an error of {@code queue.lua}. */
	private static final String ERROR = "EARLIER_CONCERT";

	public EarlierConcertException() {
		super("The queue belongs to a later concert with the same id than this instance knows");
	}

	static boolean isCauseOf(RedisSystemException failure) {
		return String.valueOf(failure.getMostSpecificCause().getMessage()).contains(ERROR);
	}

}
