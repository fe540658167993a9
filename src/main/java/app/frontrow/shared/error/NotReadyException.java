package app.frontrow.shared.error;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * All stores answer, but what they hold cannot be used yet. The caller can try again
 * within seconds, as after an outage. Whoever throws this exception logs the reason, so
 * the many requests that fail because of it are not logged.
 */
public abstract class NotReadyException extends DataAccessResourceFailureException {

	private static final long serialVersionUID = 1L;

	/** Makes an exception with a reason for the log. */
	protected NotReadyException(String reason) {
		super(reason);
	}

}
