package app.frontrow.idempotency;

/**
 * Ties a transaction to its idempotency record. The transaction calls {@link #begin}
 * first and {@link #finish} last, so that work and record commit together or not at all.
 *
 * @param <T> what the work answers
 */
public interface Once<T> {

	/**
	 * Locks the record; refuses if another request has taken it over meanwhile.
	 */
	void begin();

	/**
	 * Records the answer.
	 * @return the same answer
	 */
	T finish(T answer);

	/**
	 * For work that nobody repeats with a key.
	 */
	static <T> Once<T> unrecorded() {
		return new Once<>() {
			@Override
			public void begin() {
			}

			@Override
			public T finish(T answer) {
				return answer;
			}
		};
	}

}
