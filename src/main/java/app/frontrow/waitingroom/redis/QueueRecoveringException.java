package app.frontrow.waitingroom.redis;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Redis has just lost writes. The instances report what they know.
 */
class QueueRecoveringException extends DataAccessResourceFailureException {

	private static final long serialVersionUID = 1L;

	QueueRecoveringException() {
		super("The queue is being put together again");
	}

}
