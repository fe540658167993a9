package app.frontrow.idempotency;

import java.util.Map;

/**
 * An operation that {@link IdempotencyService} runs once per key, in one transaction. Its
 * methods are called in the order in which they stand here, those about refusals only
 * after a refusal.
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
	 * Tells whether a part of the work stands although {@link #execute} was refused. A
	 * refusal rolls everything back, so {@link #executeAfterRefusal} does that part
	 * again. It is asked only about refusals that are final.
	 */
	default boolean standsAfterRefusal() {
		return false;
	}

	/**
	 * Does the part that stands, in the transaction that records the refusal. It may be
	 * called again after a deadlock.
	 * @return what the refusal tells about it, by name
	 */
	default Map<String, Object> executeAfterRefusal() {
		return Map.of();
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
