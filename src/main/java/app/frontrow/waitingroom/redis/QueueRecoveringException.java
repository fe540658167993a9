package app.frontrow.waitingroom.redis;

import app.frontrow.shared.error.NotReadyException;

/**
 * Redis has just lost writes, and the instances are restoring the queue. Clients should
 * try again.
 */
public class QueueRecoveringException extends NotReadyException {

	private static final long serialVersionUID = 1L;

	public QueueRecoveringException() {
		super("The queue is being restored after Redis has lost writes");
	}

}
