package app.frontrow.waitingroom.redis;

import java.time.Duration;

import app.frontrow.shared.error.NotReadyException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that a queue cannot be used yet: one line per queue and reason within a minute.
 * Polls and ticks find it out many times a second.
 */
class NotReadyLogger {

	private static final Logger log = LoggerFactory.getLogger(NotReadyLogger.class);

	private static final int MAX_QUEUES = 10_000;

	private final Cache<Line, Boolean> written;

	NotReadyLogger() {
		this(Ticker.systemTicker());
	}

	NotReadyLogger(Ticker ticker) {
		this.written = Caffeine.newBuilder()
			.expireAfterWrite(Duration.ofMinutes(1))
			.maximumSize(MAX_QUEUES)
			.ticker(ticker)
			.build();
	}

	/**
	 * Logs the reason, unless it was logged within the last minute.
	 * @param advice what an operator should know; empty if the state passes by itself
	 */
	void log(long concertId, NotReadyException reason, String advice) {
		if (this.written.asMap().putIfAbsent(new Line(concertId, reason.getClass()), true) == null) {
			log.warn("Queue of concert {}: {}. {}", concertId, reason.getMessage(), advice);
		}
	}

	private record Line(long concertId, Class<?> reason) {
	}

}
