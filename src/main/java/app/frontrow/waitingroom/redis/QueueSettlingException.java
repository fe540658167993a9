package app.frontrow.waitingroom.redis;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Redis has lost something a moment ago, and the instances are telling it what it was.
 */
class QueueSettlingException extends DataAccessResourceFailureException {

	private static final long serialVersionUID = 1L;

	QueueSettlingException() {
		super("The queue is being put together again");
	}

}
