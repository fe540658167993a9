package app.frontrow.idempotency;

import org.springframework.dao.CannotAcquireLockException;

/**
 * Another transaction has written a record for the key and has not committed yet.
 */
class KeyLockedException extends CannotAcquireLockException {

	private static final long serialVersionUID = 1L;

	KeyLockedException(Throwable cause) {
		super("The idempotency key is locked", cause);
	}

}
