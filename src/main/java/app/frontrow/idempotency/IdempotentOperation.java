package app.frontrow.idempotency;

import java.util.Map;

/**
 * An operation that {@link IdempotencyService} runs once per key, in one transaction. Its
 * methods are called in the order of this interface. Those about refusals are called only
 * after a refusal.
 *
 * @param <T> type of the answer; Jackson must be able to write and read it
 */
public interface IdempotentOperation<T> extends AutoCloseable {

	/**
	 * Makes the checks that need no transaction. This method may call Redis.
	 */
	default void check() {
	}

	/**
	 * Does the work, within the transaction. It may be called again after a deadlock.
	 */
	T execute();

	/**
	 * Updates rows that many members change, at the end of the transaction. So these rows
	 * are locked for the shortest time. It may be called again after a deadlock.
	 */
	default void updateSharedRows(T answer) {
	}

	/**
	 * Returns whether a part of the work is kept after {@link #execute} was refused. The
	 * refusal rolled everything back, so {@link #executeAfterRefusal} does this part
	 * again. This method is called only after a final refusal.
	 */
	default boolean standsAfterRefusal() {
		return false;
	}

	/**
	 * Does the part of the work that is kept, in the transaction that records the
	 * refusal. It may be called again after a deadlock.
	 * @return additional details of the refusal, by name
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
	 * Runs follow-up work after the commit. It is not called when a recorded answer is
	 * returned.
	 */
	default void afterCommit(T answer) {
	}

}
