package app.frontrow.idempotency;

/**
 * Writes the answer of a request down, as part of the transaction that does its work. So
 * work and record commit together or not at all.
 *
 * @param <T> what the work answers
 */
@FunctionalInterface
public interface AnswerRecorder<T> {

	/**
	 * Records the answer. To be called within the transaction, after the work's own rows
	 * are locked and before a counter that many share. It breaks the transaction off if
	 * the same request was answered before.
	 * @return the same answer
	 */
	T record(T answer);

	/**
	 * For work that nobody repeats with a key.
	 */
	static <T> AnswerRecorder<T> none() {
		return (answer) -> answer;
	}

}
