package app.frontrow.operations.store;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

import app.frontrow.operations.store.DatabaseStateReader.DatabaseState;
import app.frontrow.operations.store.RedisStateReader.RedisState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What this instance last saw of the stores. A figure is missing until it was seen once.
 */
@Component
class StoreMetrics {

	private static final double MILLIS = 1_000;

	private final MeterRegistry meters;

	private final Map<String, Duration> clockDifferences = new ConcurrentHashMap<>();

	private final Map<String, Integer> reached = new ConcurrentHashMap<>();

	private final Map<String, Integer> outdated = new ConcurrentHashMap<>();

	private volatile @Nullable RedisState redis;

	private volatile @Nullable DatabaseState database;

	private volatile @Nullable DatabaseRights rights;

	StoreMetrics(MeterRegistry meters) {
		this.meters = meters;
		for (String store : new String[] { "redis", "database" }) {
			gauge("frontrow.store.up", store, "Whether the last check reached the store: 1 or 0",
					(metrics) -> metrics.reached.getOrDefault(store, 0));
			gauge("frontrow.store.clock.difference", store, "Seconds that the store's clock is ahead",
					(metrics) -> metrics.clockDifferences.getOrDefault(store, Duration.ZERO).toMillis() / MILLIS);
			gauge("frontrow.store.outdated", store, "Whether the store is older than supported: 1 or 0",
					(metrics) -> metrics.outdated.getOrDefault(store, 0));
		}
		gauge("frontrow.redis.memory.used", "redis", "Bytes", (metrics) -> value(metrics.redis, RedisState::usedBytes));
		gauge("frontrow.redis.memory.max", "redis", "Bytes, 0 for no limit",
				(metrics) -> value(metrics.redis, RedisState::maxBytes));
		gauge("frontrow.redis.keys", "redis", "Keys", (metrics) -> value(metrics.redis, RedisState::keys));
		gauge("frontrow.redis.evicts", "redis", "Whether a full Redis throws keys away: 1 or 0",
				(metrics) -> value(metrics.redis, (state) -> state.store().evicts() ? 1 : 0));
		gauge("frontrow.database.rights.missing", "database", "Rights that the database user lacks",
				(metrics) -> value(metrics.rights, (lacking) -> lacking.missing().size()));
		gauge("frontrow.events.waiting", "database", "Events that a listener has not handled yet",
				(metrics) -> value(metrics.database, DatabaseState::waitingEvents));
	}

	/** Redis answered. */
	void update(RedisState state) {
		this.redis = state;
		reached("redis", state.store());
	}

	/** The database answered. */
	void update(DatabaseState state) {
		this.database = state;
		reached("database", state.store());
	}

	/** The database listed the rights of its user. */
	void update(DatabaseRights lacking) {
		this.rights = lacking;
	}

	/** The store did not answer. */
	void lost(String store) {
		this.reached.put(store, 0);
	}

	private void reached(String store, StoreState state) {
		this.reached.put(store, 1);
		this.clockDifferences.put(store, state.clockDifference());
		this.outdated.put(store, state.isOutdated() ? 1 : 0);
	}

	private void gauge(String name, String store, String description, ToDoubleFunction<StoreMetrics> figure) {
		Gauge.builder(name, this, figure).description(description).tags(Tags.of("store", store)).register(this.meters);
	}

	private static <T> double value(@Nullable T state, ToDoubleFunction<T> figure) {
		return (state != null) ? figure.applyAsDouble(state) : Double.NaN;
	}

}
