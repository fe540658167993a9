package app.frontrow.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;

/**
 * Lines of a log that visitors cause, so that nobody can fill it. The first lines of a
 * kind within a minute are written. The others are counted, and one line tells their
 * number when the minute is over.
 */
public class ThrottledLogger {

	/** The longest text of a visitor that a line repeats. */
	static final int MAX_TEXT_LENGTH = 200;

	private static final Duration MINUTE = Duration.ofMinutes(1);

	/** Beyond it the oldest kinds are told and forgotten. */
	private static final long MAX_KINDS = 10_000;

	private final Logger log;

	private final long linesPerMinute;

	private final Cache<String, AtomicLong> lines;

	/**
	 * Lines of this log.
	 * @param most lines of a kind in a minute
	 */
	public ThrottledLogger(Logger log, long most) {
		this(log, most, Ticker.systemTicker());
	}

	ThrottledLogger(Logger log, long most, Ticker ticker) {
		this.log = log;
		this.linesPerMinute = most;
		this.lines = Caffeine.newBuilder()
			.expireAfterWrite(MINUTE)
			.maximumSize(MAX_KINDS)
			.ticker(ticker)
			.scheduler(Scheduler.systemScheduler())
			.executor(Runnable::run)
			.evictionListener((String kind, AtomicLong count, RemovalCause cause) -> logCount(kind, count.get()))
			.build();
	}

	/**
	 * Writes a line, unless there were many of its kind within this minute.
	 * @param kind what the line is about; for example the reason and whose fault it is
	 * @param line writes it
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
	 * A visitor's text as a line may repeat it: cut, and without control characters and
	 * ends of lines.
	 */
	public static String sanitize(String text) {
		String cut = (text.length() > MAX_TEXT_LENGTH) ? text.substring(0, MAX_TEXT_LENGTH) + "…" : text;
		return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
	}

}
