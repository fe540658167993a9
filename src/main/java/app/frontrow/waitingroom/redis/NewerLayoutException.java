package app.frontrow.waitingroom.redis;

import app.frontrow.shared.error.NotReadyException;

import org.springframework.data.redis.RedisSystemException;

/**
 * A newer release has written the queue in a layout that this instance does not know. The
 * call has changed nothing. Clients should try again, because an instance of the newer
 * release may answer.
 */
public class NewerLayoutException extends NotReadyException {

	private static final long serialVersionUID = 1L;

	/** What operators should do. */
	static final String LINE = "A newer release has written queues in a layout that this instance does not know."
			+ " Finish the upgrade: replace this instance too";

	/** The first word of an error of {@code queue.lua}. */
	private static final String ERROR = "NEWER_LAYOUT";

	public NewerLayoutException() {
		super("The queue has a newer layout than this instance knows");
	}

	static boolean isCauseOf(RedisSystemException failure) {
		return String.valueOf(failure.getMostSpecificCause().getMessage()).contains(ERROR);
	}

}
