package app.frontrow.catalogue.cache;

import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import app.frontrow.shared.store.StoreOutageDetector;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the catalogue in memory up to date. It reads everything before the server opens
 * its port, then reads changes twice a second. A slow pass over everything corrects what
 * the changes missed. The job has its own thread, because it blocks if the database is
 * down. The last known state is served meanwhile.
 */
@Component
public class CatalogueRefreshJob implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(CatalogueRefreshJob.class);

	private static final long PERIOD_MS = 500;

	/**
	 * A change is visible only after its commit, which may be later than its
	 * {@code changed_at}. Changes are read again for this long. A pass finds the changes
	 * of longer transactions.
	 */
	private static final long LONGEST_TRANSACTION_MICROS = TimeUnit.SECONDS.toMicros(10);

	/** If there are more changes than this, a pass reads them. */
	private static final int MAX_CHANGES = 10_000;

	/** The shortest time between the starts of two passes. */
	private static final long PASS_PERIOD_NANOS = TimeUnit.MINUTES.toNanos(1);

	private final CatalogueRepository reader;

	private final CatalogueCache cache;

	private final DescriptionCache descriptions;

	private final ConcertSearchService search;

	private @Nullable ScheduledThreadPoolExecutor thread;

	/** The start of the last successful read of changes. */
	private volatile long lastRefreshNanos = System.nanoTime();

	private long passStartNanos;

	/** The last id that the pass read; negative if no pass runs. */
	private long passPosition = -1;

	private boolean databaseAway;

	CatalogueRefreshJob(CatalogueRepository reader, CatalogueCache cache, DescriptionCache descriptions,
			ConcertSearchService search, MeterRegistry meters) {
		this.reader = reader;
		this.cache = cache;
		this.descriptions = descriptions;
		this.search = search;
		TimeGauge
			.builder("frontrow.catalogue.age", () -> System.nanoTime() - this.lastRefreshNanos, TimeUnit.NANOSECONDS)
			.description("Time since the catalogue in memory was last compared with the database")
			.register(meters);
		Gauge.builder("frontrow.catalogue.concerts", cache.all()::size)
			.description("Concerts in memory")
			.register(meters);
	}

	@Override
	public synchronized void start() {
		long begun = System.nanoTime();
		beginPass();
		while (this.passPosition >= 0) {
			this.descriptions.readAhead(continuePass());
		}
		this.search.rebuild(this.cache.all());
		this.lastRefreshNanos = begun;
		log.info("{} concerts are in memory after {} ms", this.cache.all().size(),
				TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
		this.thread = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "catalogue-refresh");
			thread.setDaemon(true);
			return thread;
		});
		this.thread.scheduleWithFixedDelay(this::refresh, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
	}

	@Override
	public synchronized void stop() {
		if (this.thread != null) {
			this.thread.shutdownNow();
			this.thread = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

	/** Starts before all components that need the catalogue. */
	@Override
	public int getPhase() {
		return -100;
	}

	public void refresh() {
		try {
			readChanges();
			if (this.passPosition < 0 && System.nanoTime() - this.passStartNanos > PASS_PERIOD_NANOS) {
				beginPass();
			}
			if (this.passPosition >= 0) {
				continuePass();
			}
			if (this.search.hasManyChanges()) {
				this.search.rebuild(this.cache.all());
			}
			if (this.databaseAway) {
				this.databaseAway = false;
				log.info("The catalogue is compared with the database again");
			}
		}
		catch (RuntimeException failure) {
			report(failure);
		}
	}

	private void readChanges() {
		long begun = System.nanoTime();
		long lag = TimeUnit.NANOSECONDS.toMicros(begun - this.lastRefreshNanos) + LONGEST_TRANSACTION_MICROS;
		this.reader.refreshChanged(lag, MAX_CHANGES).ifPresentOrElse(this.descriptions::refresh, this::beginPass);
		this.lastRefreshNanos = begun;
	}

	private void beginPass() {
		this.passStartNanos = System.nanoTime();
		this.passPosition = 0;
	}

	private List<Long> continuePass() {
		List<Long> ids = this.reader.refreshNext(this.passPosition);
		this.passPosition = ids.isEmpty() ? -1 : ids.get(ids.size() - 1);
		return ids;
	}

	private void report(RuntimeException failure) {
		if (!StoreOutageDetector.isCauseOf(failure)) {
			log.error("The catalogue could not be compared with the database; the next run tries again", failure);
		}
		else if (!this.databaseAway) {
			this.databaseAway = true;
			log.warn("The last known catalogue is served, because the database is not available: {}",
					failure.getMessage());
		}
	}

}
