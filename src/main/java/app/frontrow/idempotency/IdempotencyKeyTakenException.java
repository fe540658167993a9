package app.frontrow.idempotency;

/**
 * The key has a record already. This exception rolls back the transaction that did the
 * work a second time.
 */
class IdempotencyKeyTakenException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	IdempotencyKeyTakenException(Throwable duplicate) {
		super(duplicate);
	}

}
