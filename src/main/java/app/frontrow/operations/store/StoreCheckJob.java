package app.frontrow.operations.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.frontrow.operations.store.DatabaseStateReader.DatabaseState;
import app.frontrow.operations.store.RedisStateReader.RedisState;
import app.frontrow.shared.store.StoreOutageDetector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at the stores at the start and every half minute. It logs what is wrong and the
 * remedy, once until that changes. Such a store works for now, so the instance goes on.
 */
@Component
class StoreCheckJob {

	private static final Logger log = LoggerFactory.getLogger(StoreCheckJob.class);

	private final RedisStateReader redis;

	private final DatabaseStateReader database;

	private final StoreMetrics metrics;

	private final Map<String, List<String>> logged = new HashMap<>();

	StoreCheckJob(RedisStateReader redis, DatabaseStateReader database, StoreMetrics metrics) {
		this.redis = redis;
		this.database = database;
		this.metrics = metrics;
	}

	@Scheduled(fixedDelay = 30_000)
	void check() {
		look("redis", () -> {
			RedisState state = this.redis.read();
			this.metrics.update(state);
			tell("redis", state.store().faults());
		});
		look("database", () -> {
			DatabaseRights rights = this.database.readRights();
			this.metrics.update(rights);
			tell("database rights", rights.faults());
			DatabaseState state = this.database.read();
			this.metrics.update(state);
			tell("database", state.store().faults());
		});
	}

	private void look(String store, Runnable question) {
		try {
			question.run();
		}
		catch (RuntimeException failure) {
			this.metrics.lost(store);
			if (!StoreOutageDetector.isCauseOf(failure)) {
				log.warn("The state of the {} could not be read", store, failure);
			}
		}
	}

	private void tell(String subject, List<String> faults) {
		if (!faults.equals(this.logged.put(subject, faults))) {
			faults.forEach((fault) -> log.error("{}", fault));
		}
	}

}
