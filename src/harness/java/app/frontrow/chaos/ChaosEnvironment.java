package app.frontrow.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import app.frontrow.journey.ProductInstance;
import app.frontrow.stores.StoreProcess;
import app.frontrow.stores.Stores;

/**
 * What is installed: two stores, and two instances of the product with short policies,
 * each with a door of its own and one through a proxy that can lose answers.
 */
final class ChaosEnvironment implements AutoCloseable {

	static final int INSTANCES = 2;

	/** In place of an instance's number: the database, or Redis. */
	static final int STORE = -1;

	/** Passes at a time per concert. */
	static final int CAPACITY = 5;

	static final long PASS_SECONDS = 20;

	static final long HOLD_SECONDS = 3;

	private static final int MOST_STARTS = 5;

	private static final Map<String, String> POLICIES = Map.of("FRONTROW_RESERVATIONS_HOLD", HOLD_SECONDS + "s",
			"FRONTROW_QUEUE_PASS", PASS_SECONDS + "s", "FRONTROW_QUEUE_CLAIM", "5s", "FRONTROW_QUEUE_ABSENCE", "15s",
			"FRONTROW_QUEUE_CAPACITY", String.valueOf(CAPACITY));

	private final Stores stores = Stores.forChaos(Path.of(".frontrow"), Path.of("target", "chaos"));

	private final List<ProductInstance> instances = new ArrayList<>();

	private final List<ResponseDroppingProxy> proxies = new ArrayList<>();

	private final List<CompletableFuture<Void>> restarts = new ArrayList<>();

	/** When something was dead or frozen: what waits then does not hang. */
	private final List<Absence> absences = new CopyOnWriteArrayList<>();

	/** Requests that have no answer yet. */
	private final AtomicLong underWay = new AtomicLong();

	/** The show that the ticket office has cancelled; 0 if there is none. */
	private volatile long cancelledShow;

	static ChaosEnvironment open() {
		ChaosEnvironment site = new ChaosEnvironment();
		site.stores.open();
		try {
			Map<String, String> environment = new HashMap<>(site.stores.environment());
			environment.putAll(POLICIES);
			for (int number = 0; number < INSTANCES; number++) {
				ProductInstance instance = ProductInstance.start(environment);
				site.instances.add(instance);
				site.proxies.add(new ResponseDroppingProxy(instance.port()));
				site.restarts.add(CompletableFuture.completedFuture(null));
			}
			return site;
		}
		catch (RuntimeException ex) {
			site.close();
			throw ex;
		}
	}

	/** Notes that this show is not found from now on. */
	void showIsCancelled(long show) {
		this.cancelledShow = show;
	}

	/** Whether a request is about the cancelled show. */
	boolean concernsCancelledShow(String path, Object body) {
		long show = this.cancelledShow;
		return show != 0 && (path.contains("/shows/" + show + "/")
				|| (body instanceof Map<?, ?> fields && Long.valueOf(show).equals(fields.get("showId"))));
	}

	AtomicLong underWay() {
		return this.underWay;
	}

	Stores stores() {
		return this.stores;
	}

	StoreProcess database() {
		return this.stores.database();
	}

	StoreProcess redis() {
		return this.stores.redis();
	}

	ProductInstance instance(int number) {
		return this.instances.get(number);
	}

	ResponseDroppingProxy proxy(int number) {
		return this.proxies.get(number);
	}

	/** Port of an instance, past the proxy or through it. */
	int port(int number, boolean throughProxy) {
		return throughProxy ? proxy(number).port() : instance(number).port();
	}

	/** Starts a dead instance as a supervisor would: until it runs. */
	void restartInBackground(int number) {
		Absence absence = absent(number);
		this.restarts.set(number, CompletableFuture.runAsync(() -> {
			for (int attempt = 1; !instance(number).awaitReady(); attempt++) {
				if (attempt > MOST_STARTS) {
					throw new IllegalStateException("Instance " + number + " does not start any more");
				}
				instance(number).kill();
				instance(number).launch();
			}
			absence.end();
		}));
	}

	/** Waits until the instance is up again. */
	void awaitUp(int number) {
		this.restarts.get(number).join();
	}

	/** Notes that an instance, or a store, is gone from now on. */
	Absence absent(int number) {
		Absence absence = new Absence(number);
		this.absences.add(absence);
		return absence;
	}

	/** Whether the instance is dead or frozen. */
	boolean isAbsent(int number) {
		return this.absences.stream().anyMatch((absence) -> absence.who == number && absence.lasts());
	}

	/** How much of this time the instance and both stores ran. */
	long calmNanos(int number, long fromNanos, long toNanos) {
		long calm = 0;
		long since = fromNanos;
		List<Absence> inOrder = this.absences.stream()
			.filter((absence) -> absence.who == number || absence.who == STORE)
			.sorted(Comparator.comparingLong((absence) -> absence.from))
			.toList();
		for (Absence absence : inOrder) {
			calm += Math.max(0, Math.min(absence.from, toNanos) - since);
			since = Math.max(since, absence.to);
		}
		return calm + Math.max(0, toNanos - since);
	}

	@Override
	public void close() {
		this.instances.forEach(ProductInstance::close);
		this.proxies.forEach((proxy) -> {
			try {
				proxy.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		this.stores.close();
	}

	/**
	 * A time that an instance, or a store, was not there.
	 */
	static final class Absence {

		private final int who;

		private final long from = System.nanoTime();

		private volatile long to = Long.MAX_VALUE;

		private Absence(int who) {
			this.who = who;
		}

		void end() {
			this.to = System.nanoTime();
		}

		private boolean lasts() {
			return this.to == Long.MAX_VALUE;
		}

	}

}
