package app.frontrow.idempotency;

/**
 * The key has a record already. It breaks off the transaction that did the work again.
 */
class IdempotencyKeyTakenException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	IdempotencyKeyTakenException(Throwable duplicate) {
		super(duplicate);
	}

}
