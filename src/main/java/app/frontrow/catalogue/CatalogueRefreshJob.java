package app.frontrow.catalogue;

import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import app.frontrow.shared.StoreOutage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
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
class CatalogueRefreshJob implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(CatalogueRefreshJob.class);

	private static final long PERIOD_MS = 500;

	/**
	 * A change becomes visible at the commit, this much after its time at most. A pass
	 * finds the changes of longer transactions.
	 */
	private static final long LONGEST_TRANSACTION = TimeUnit.SECONDS.toMicros(10);

	/** More changes than this are left to a pass. */
	private static final int MANY = 10_000;

	/** Shortest time between the starts of two passes. */
	private static final long BETWEEN_PASSES = TimeUnit.MINUTES.toNanos(1);

	private final CatalogueReader reader;

	private final CatalogueCache cache;

	private final DescriptionCache descriptions;

	private final ConcertSearch search;

	private ScheduledThreadPoolExecutor thread;

	/** Start of the last successful look for changes. */
	private volatile long lastLook = System.nanoTime();

	private long passBegun;

	/** The last id that the pass read; negative if no pass runs. */
	private long passAt = -1;

	private boolean databaseAway;

	CatalogueRefreshJob(CatalogueReader reader, CatalogueCache cache, DescriptionCache descriptions,
			ConcertSearch search, MeterRegistry meters) {
		this.reader = reader;
		this.cache = cache;
		this.descriptions = descriptions;
		this.search = search;
		TimeGauge.builder("frontrow.catalogue.age", () -> System.nanoTime() - this.lastLook, TimeUnit.NANOSECONDS)
			.description("Time since the catalogue in memory was last compared with the database")
			.register(meters);
		Gauge.builder("frontrow.catalogue.concerts", cache::size).description("Concerts in memory").register(meters);
	}

	@Override
	public synchronized void start() {
		long begun = System.nanoTime();
		beginPass();
		while (this.passAt >= 0) {
			this.descriptions.readAhead(goOn());
		}
		this.search.rebuild(this.cache.all());
		this.lastLook = begun;
		log.info("{} concerts are in memory after {} ms", this.cache.size(),
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

	void refresh() {
		try {
			readChanges();
			if (this.passAt < 0 && System.nanoTime() - this.passBegun > BETWEEN_PASSES) {
				beginPass();
			}
			if (this.passAt >= 0) {
				goOn();
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
		long lag = TimeUnit.NANOSECONDS.toMicros(begun - this.lastLook) + LONGEST_TRANSACTION;
		this.reader.refreshChanged(lag, MANY).ifPresentOrElse(this.descriptions::refresh, this::beginPass);
		this.lastLook = begun;
	}

	private void beginPass() {
		this.passBegun = System.nanoTime();
		this.passAt = 0;
	}

	private List<Long> goOn() {
		List<Long> ids = this.reader.refreshNext(this.passAt);
		this.passAt = ids.isEmpty() ? -1 : ids.get(ids.size() - 1);
		return ids;
	}

	private void report(RuntimeException failure) {
		if (!StoreOutage.isBehind(failure)) {
			log.error("The catalogue could not be compared with the database; the next try follows", failure);
		}
		else if (!this.databaseAway) {
			this.databaseAway = true;
			log.warn("The catalogue is served as it was last known, since the database is out of reach: {}",
					failure.getMessage());
		}
	}

}
