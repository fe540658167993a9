package app.frontrow.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

class ThrottledLoggerTests {

	private final Logger log = mock();

	private final AtomicLong now = new AtomicLong();

	private final ThrottledLogger lines = new ThrottledLogger(this.log, 3, this.now::get);

	@Test
	@ProvesRule(rule = "A member who is slowed again and again does not fill the log", guard = "ThrottledLogger.write",
			brokenBy = "leaving out the comparison")
	void someLinesOfAKindAreWrittenAndTheOthersAreCounted() {
		write("one", 103);
		write("other", 2);
		verify(this.log, times(3)).warn("one");
		verify(this.log, times(2)).warn("other");

		this.now.addAndGet(Duration.ofSeconds(61).toNanos());
		write("one", 1);

		verify(this.log).warn("{} more lines within a minute were left out: {}", 100L, "one");
		verify(this.log, times(4)).warn("one");
		verifyNoMoreInteractions(this.log);
	}

	@Test
	void oldestKindIsLoggedAndRemovedIfThereAreTooMany() {
		write("first", 5);
		for (int kind = 0; kind < 50_000; kind++) {
			write("kind " + kind, 1);
		}

		verify(this.log).warn("{} more lines within a minute were left out: {}", 2L, "first");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r", "\n", "\u0000", "\u001b", "\u0085", "\u2028", "\u2029", "\u202e" })
	void textLosesLineEndsAndDirectionMarks(String character) {
		assertThat(ThrottledLogger.sanitize("a" + character + "b")).isEqualTo("a?b");
	}

	@Test
	@ProvesRule(rule = "A long text does not fill the log", guard = "ThrottledLogger.sanitize",
			brokenBy = "leaving out the cut")
	void longTextIsCut() {
		assertThat(ThrottledLogger.sanitize("/" + "x".repeat(7_000))).hasSize(201).endsWith("x…");
		assertThat(ThrottledLogger.sanitize("/admin")).isEqualTo("/admin");
	}

	private void write(String kind, int times) {
		for (int time = 0; time < times; time++) {
			this.lines.write(kind, (log) -> log.warn(kind));
		}
	}

}
