package app.frontrow.waitingroom.redis;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Redis has just lost writes, and the instances are restoring the queue. Clients should
 * try again.
 */
public class QueueRecoveringException extends DataAccessResourceFailureException {

	private static final long serialVersionUID = 1L;

	public QueueRecoveringException() {
		super("The queue is being restored after Redis has lost writes");
	}

}
