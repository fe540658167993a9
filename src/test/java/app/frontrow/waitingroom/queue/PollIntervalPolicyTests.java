package app.frontrow.waitingroom.queue;

import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.policy.QueueSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PollIntervalPolicyTests {

	@ParameterizedTest
	@CsvSource({
			// nearly there: 2 s
			"60, 90, 0, 2000", "60, 90, 1, 2000", "60, 90, 20, 2000",
			// a tenth of the wait
			"60, 90, 100, 10000", "60, 90, 200, 20000",
			// never longer than 30 s
			"60, 90, 99999, 30000", "3600, 3600, 999999, 30000",
			// nor than a third of the time of absence
			"60, 60, 99999, 20000", "60, 3, 99999, 1000",
			// nor than two thirds of the time to claim a pass
			"30, 90, 99999, 20000", "3, 90, 99999, 2000" })
	void nearTheFrontTheIntervalFollowsTheWait(long claim, long absence, double wait, long interval) {
		assertAround(interval, () -> pace(claim, absence).millisNearFront(wait));
	}

	@ParameterizedTest
	@CsvSource({ "30, 90, 100, 10000", "30, 90, 99999, 30000", "2, 90, 99999, 30000", "30, 60, 99999, 20000" })
	void farMemberPollsBeforeAdmission(long claim, long absence, double wait, long interval) {
		assertAround(interval, () -> pace(claim, absence).millisFarFromFront(wait));
	}

	@Test
	void intervalFitsTwiceIntoTheAbsenceTime() {
		for (long absence : new long[] { 2, 5, 90, 3_600 }) {
			long longest = LongStream.range(0, 1_000)
				.map((i) -> pace(3_600, absence).millisFarFromFront(1e9))
				.max()
				.orElseThrow();
			assertThat(2 * longest).isLessThanOrEqualTo(absence * 1_000);
		}
	}

	/** Who would ask soon after the opening anyway must not all come at its beginning. */
	@ParameterizedTest
	@ValueSource(longs = { 0, 5_000, 25_000, 33_000 })
	void lastPollBeforeTheOpeningIsSpreadEvenly(long toOpening) {
		long[] after = LongStream.range(0, 10_000)
			.map((i) -> pace(60, 90).millisBeforeOpening(toOpening, false) - toOpening)
			.filter((late) -> late >= 0)
			.toArray();

		long soon = LongStream.of(after).filter((late) -> late < 5_000).count();
		assertThat(soon).isBetween(after.length * 12L / 100, after.length * 21L / 100);
		assertThat(LongStream.of(after).max().getAsLong()).isBetween(29_000L, 30_000L);
	}

	@Test
	@ProvesRule(rule = "No client is told to poll again at once", guard = "PollIntervalPolicy.millisBeforeOpening",
			brokenBy = "leaving out the least interval")
	void pollAtTheOpeningIsNeverRepeatedAtOnce() {
		PollIntervalPolicy unlucky = new PollIntervalPolicy(settings(60, 90), () -> () -> 0L);

		assertThat(unlucky.millisBeforeOpening(0, true)).isEqualTo(100);
		assertThat(unlucky.millisBeforeOpening(0, false)).isEqualTo(100);
		assertThat(unlucky.millisBeforeOpening(3_000, true)).isEqualTo(3_000);
	}

	private static void assertAround(long interval, LongSupplier pace) {
		LongSummaryStatistics polls = LongStream.range(0, 1_000).map((i) -> pace.getAsLong()).summaryStatistics();
		assertThat(polls.getMin()).isBetween(interval * 80 / 100, interval * 85 / 100);
		assertThat(polls.getMax()).isBetween(interval * 115 / 100, interval * 120 / 100);
		assertThat((long) polls.getAverage()).isBetween(interval * 98 / 100, interval * 102 / 100);
	}

	static PollIntervalPolicy pace(long claim, long absence) {
		return new PollIntervalPolicy(settings(claim, absence));
	}

	private static QueueSettings settings(long claim, long absence) {
		return new QueueSettings(100, 20, Duration.ofSeconds(claim), Duration.ofMinutes(5), Duration.ofSeconds(absence),
				Duration.ofMinutes(30), Duration.ZERO);
	}

}
