package app.frontrow.idempotency;

import org.springframework.dao.CannotAcquireLockException;

/**
 * Another transaction has written a record for the key and has not committed yet.
 */
class IdempotencyKeyLockedException extends CannotAcquireLockException {

	private static final long serialVersionUID = 1L;

	IdempotencyKeyLockedException(Throwable cause) {
		super("The idempotency key is locked", cause);
	}

}
