package app.frontrow.chaos;

/**
 * One stroke of the monkey.
 *
 * @param kind what it does
 * @param calmMs how long it waits before
 * @param lengthMs how long the damage lasts
 * @param instance which instance it strikes, where it strikes one
 */
record Fault(Kind kind, long calmMs, long lengthMs, int instance) {

	@Override
	public String toString() {
		String where = switch (this.kind) {
			case INSTANCE_KILLED, INSTANCE_FROZEN, INSTANCE_FROZEN_PAST_ITS_LEASES, ANSWERS_CUT -> " " + this.instance;
			default -> "";
		};
		return this.kind + where + " for " + this.lengthMs + " ms";
	}

	/**
	 * What can be done to a product.
	 */
	enum Kind {

		/** kill -9, and a new start. */
		INSTANCE_KILLED,
		/** SIGSTOP for some seconds. */
		INSTANCE_FROZEN,
		/** SIGSTOP for longer than the lease of an idempotency key. */
		INSTANCE_FROZEN_PAST_ITS_LEASES,
		/** kill -9 of the database, and a new start. */
		DATABASE_KILLED,
		/** SIGSTOP of the database. */
		DATABASE_FROZEN,
		/** kill -9 of Redis, and a new start with its append-only file. */
		REDIS_KILLED,
		/** SIGSTOP of Redis. */
		REDIS_FROZEN,
		/** kill -9 of Redis, and a new start with nothing. */
		REDIS_LOST,
		/** Connections end just when the answer to a purchase arrives. */
		ANSWERS_CUT

	}

}
