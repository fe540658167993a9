package app.frontrow.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Limits the log lines that visitors can cause, so that a visitor cannot fill the log. It
 * writes the first lines of a kind within a minute. It counts the others and writes their
 * number when the minute is over.
 */
public class ThrottledLogger {

	/** A line repeats at most this many characters of a visitor's text. */
	static final int MAX_TEXT_LENGTH = 200;

	private static final Duration MINUTE = Duration.ofMinutes(1);

	/** If there are more kinds, the count of the oldest kind is written and removed. */
	private static final long MAX_KINDS = 10_000;

	private final Logger log;

	private final long linesPerMinute;

	private final Cache<String, AtomicLong> lines;

	/**
	 * Limits the lines of the log.
	 * @param linesPerMinute how many lines of one kind are written within a minute
	 */
	public ThrottledLogger(Logger log, long linesPerMinute) {
		this(log, linesPerMinute, Ticker.systemTicker());
	}

	ThrottledLogger(Logger log, long linesPerMinute, Ticker ticker) {
		this.log = log;
		this.linesPerMinute = linesPerMinute;
		this.lines = Caffeine.newBuilder()
			.expireAfterWrite(MINUTE)
			.maximumSize(MAX_KINDS)
			.ticker(ticker)
			.scheduler(Scheduler.systemScheduler())
			.executor(Runnable::run)
			.evictionListener((@Nullable String kind, @Nullable AtomicLong count, RemovalCause cause) -> {
				if (kind != null && count != null) {
					logCount(kind, count.get());
				}
			})
			.build();
	}

	/**
	 * Writes a line, unless enough lines of its kind were written within this minute.
	 * @param kind lines with the same kind are counted together, for example the reason
	 * of a failure
	 * @param line writes the line to the log
	 */
	public void write(String kind, Consumer<Logger> line) {
		if (this.lines.get(sanitize(kind), (first) -> new AtomicLong()).incrementAndGet() <= this.linesPerMinute) {
			line.accept(this.log);
		}
	}

	private void logCount(String kind, long count) {
		if (count > this.linesPerMinute) {
			this.log.warn("{} more lines within a minute were left out: {}", count - this.linesPerMinute, kind);
		}
	}

	/**
	 * Makes a visitor's text safe for a log line: it is cut, and control characters and
	 * line ends are replaced.
	 */
	public static String sanitize(String text) {
		String cut = (text.length() > MAX_TEXT_LENGTH) ? text.substring(0, MAX_TEXT_LENGTH) + "…" : text;
		return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
	}

}
