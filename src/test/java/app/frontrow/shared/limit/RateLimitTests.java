package app.frontrow.shared.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import app.frontrow.rules.ProvesRule;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTests {

	private long nanos;

	@Test
	void steadyLimitGivesBackOneAtATime() {
		assertThat(waits(RateLimit.steady("test", 4, Duration.ofSeconds(8)), 7)).containsExactly(0L, 0L, 0L, 0L, 2L, 2L,
				2L);
	}

	@Test
	void growingLimitAllowsAThirdAtOnceAndThenGetsSlower() {
		List<Long> waits = waits(RateLimit.growing("test", 30), 60);

		assertThat(waits.subList(0, 10)).containsOnly(0L);
		assertThat(waits).isSorted();
		assertThat(waits).contains(5L, 30L).last().isEqualTo(120L);
	}

	@Test
	@ProvesRule(rule = "The waits after wrong passwords grow", guard = "RateLimit.growing",
			brokenBy = "leaving out the last step")
	void growingLimitKeepsItsNumberPerHour() {
		List<Long> waits = waits(RateLimit.growing("test", 30), 90);

		long firstHour = 0;
		for (long waited = 0; waited <= 3600; waited += waits.get((int) firstHour)) {
			firstHour++;
		}
		assertThat(firstHour).isLessThanOrEqualTo(61);
	}

	/** A full bucket at the beginning, and as many again spread over the day. */
	@Test
	@ProvesRule(rule = "An action is limited for each day", guard = "ActionRateLimiter.limit",
			brokenBy = "leaving out the day")
	void actionHasALimitPerDay() {
		List<Long> waits = waits(ActionRateLimiter.limit("test", 6), 200);

		assertThat(waits.subList(0, 6)).containsOnly(0L);
		long firstDay = 0;
		for (long waited = 0; waited <= 86_400; waited += waits.get((int) firstDay)) {
			firstDay++;
		}
		assertThat(firstDay).isBetween(100L, 121L);
	}

	@Test
	void smallestLimitsAllowOne() {
		assertThat(waits(RateLimit.growing("test", 1), 2)).containsExactly(0L, 3600L);
		assertThat(waits(RateLimit.steady("test", 1, Duration.ofMinutes(1)), 2)).containsExactly(0L, 60L);
	}

	/** Seconds before each try of somebody who tries whenever that is allowed. */
	private List<Long> waits(RateLimit limit, int tries) {
		LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(new TimeMeter() {
			@Override
			public long currentTimeNanos() {
				return RateLimitTests.this.nanos;
			}

			@Override
			public boolean isWallClockBased() {
				return false;
			}
		});
		for (RateLimit.Step step : limit.steps()) {
			builder.addLimit((one) -> one.capacity(step.capacity()).refillGreedy(1, step.pause()));
		}
		Bucket bucket = builder.build();
		List<Long> waits = new ArrayList<>();
		for (int tried = 0; tried < tries; tried++) {
			long wait = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
			this.nanos += wait;
			assertThat(bucket.tryConsume(1)).isTrue();
			waits.add(Duration.ofNanos(wait).toSeconds());
		}
		return waits;
	}

}
