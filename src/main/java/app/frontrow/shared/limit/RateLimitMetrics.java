package app.frontrow.shared.limit;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts refusals per limit for monitoring, without names, addresses or passwords. It
 * also writes one log line per limit and minute, so that a visitor cannot fill the log.
 */
class RateLimitMetrics {

	private static final Logger log = LoggerFactory.getLogger(RateLimitMetrics.class);

	private final MeterRegistry registry;

	private final Cache<String, Boolean> loggedLately = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	RateLimitMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	/** Counts one refusal by the limit with this name. */
	void count(String limit) {
		this.registry.counter("frontrow.limits.refused", "limit", limit).increment();
		if (this.loggedLately.asMap().putIfAbsent(limit, Boolean.TRUE) == null) {
			log.warn("The limit '{}' was reached; frontrow.limits.refused counts how often", limit);
		}
	}

}
