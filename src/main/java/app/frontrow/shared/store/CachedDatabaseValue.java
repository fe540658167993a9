package app.frontrow.shared.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A small part of the database that is kept in memory, because many requests need it. A
 * job reads it again and again. A request that needs a newer value than the job has read
 * reads it itself.
 *
 * @param <T> type of the value, which is immutable
 */
public final class CachedDatabaseValue<T> {

	private static final Logger log = LoggerFactory.getLogger(CachedDatabaseValue.class);

	private final String name;

	private final Supplier<T> reader;

	private volatile Known<T> known;

	/**
	 * Makes a value that is not read yet.
	 * @param name for the log
	 * @param beforeFirstRead what {@link #getKnown()} returns until then
	 */
	public CachedDatabaseValue(String name, T beforeFirstRead, Supplier<T> reader) {
		this.name = name;
		this.reader = reader;
		this.known = new Known<>(beforeFirstRead, System.nanoTime() - TimeUnit.DAYS.toNanos(1));
	}

	/**
	 * Returns a value that is no older than this. A caller in a transaction does not wait
	 * for another reader, but reads the value itself. The other reader may need a
	 * connection. If all connections belong to transactions that wait for the caller's
	 * locks, nobody could go on.
	 */
	public T get(Duration maxAge) {
		if (this.known.isOlderThan(maxAge)) {
			if (TransactionSynchronizationManager.isActualTransactionActive()) {
				return this.reader.get();
			}
			readIfOlderThan(maxAge);
		}
		return this.known.value();
	}

	/** Returns what is in memory. It asks no store. */
	public T getKnown() {
		return this.known.value();
	}

	/** Reads the value now, for a change that this instance has committed. */
	public synchronized void read() {
		long begun = System.nanoTime();
		this.known = new Known<>(this.reader.get(), begun);
	}

	/** Reads the value for a job, which tries again after a failure. */
	public void refresh() {
		try {
			read();
		}
		catch (RuntimeException failure) {
			if (!StoreOutageDetector.isCauseOf(failure)) {
				log.error("The {} could not be read; another try follows", this.name, failure);
			}
		}
	}

	private synchronized void readIfOlderThan(Duration age) {
		if (this.known.isOlderThan(age)) {
			read();
		}
	}

	/**
	 * The value at one moment.
	 *
	 * @param readAt when the reading began, by the clock of the machine
	 */
	private record Known<T>(T value, long readAt) {

		boolean isOlderThan(Duration age) {
			return System.nanoTime() - this.readAt > age.toNanos();
		}

	}

}
