package app.frontrow.idempotency;

/**
 * An operation that {@link IdempotencyService} runs once per key, in one transaction. Its
 * methods are called in the order in which they stand here.
 *
 * @param <T> the answer; it can be written as JSON and read back
 */
public interface IdempotentOperation<T> extends AutoCloseable {

	/**
	 * Checks what does not need the transaction. Other stores may be asked here.
	 */
	default void check() {
	}

	/**
	 * Does the work, within the transaction. It may be called again after a deadlock.
	 */
	T execute();

	/**
	 * Updates rows that many members wait for, at the end of the transaction. So their
	 * locks are held for the shortest time. It may be called again after a deadlock.
	 */
	default void updateSharedRows(T answer) {
	}

	/**
	 * Releases what {@link #check} has acquired. It is called after the transaction, and
	 * also after a failure.
	 */
	@Override
	default void close() {
	}

	/**
	 * Does what follows from the work, after the commit. It is not called when an answer
	 * is repeated.
	 */
	default void afterCommit(T answer) {
	}

}
