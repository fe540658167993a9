package app.frontrow.shared.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import io.github.bucket4j.local.LocalBucketBuilder;

/**
 * A limit of how often an action is allowed. An action is allowed if all steps of the
 * limit allow it.
 *
 * @param name a short name of the limited action
 * @param capacity how many actions are allowed at once after a long pause
 * @param steps the bounds; a step with a larger capacity has a longer pause
 */
public record RateLimit(String name, long capacity, List<Step> steps) {

	private static final Duration HOUR = Duration.ofHours(1);

	/**
	 * Allows this many actions at once, and as many again spread over each period.
	 */
	public static RateLimit steady(String name, long capacity, Duration period) {
		return new RateLimit(name, capacity, List.of(new Step(capacity, period.dividedBy(capacity))));
	}

	/** Adds a second bound for a longer period to this limit. */
	public RateLimit and(long longerCapacity, Duration period) {
		List<Step> both = new ArrayList<>(this.steps);
		both.add(new Step(longerCapacity, period.dividedBy(longerCapacity)));
		return new RateLimit(this.name, this.capacity, List.copyOf(both));
	}

	/**
	 * Allows this many actions in an hour, with growing pauses. The first third is
	 * allowed at once. Between the next ones there is a pause of 1/24 of the average
	 * pause, in the last third a pause of 1/4 of it.
	 */
	public static RateLimit growing(String name, long capacity) {
		Duration last = HOUR.dividedBy(capacity);
		return new RateLimit(name, capacity, List.of(new Step(Math.max(1, capacity / 3), last.dividedBy(24)),
				new Step(Math.max(1, capacity * 2 / 3), last.dividedBy(4)), new Step(capacity, last)));
	}

	BucketConfiguration configuration() {
		ConfigurationBuilder configuration = BucketConfiguration.builder();
		this.steps.forEach((step) -> configuration
			.addLimit((limit) -> limit.capacity(step.capacity()).refillGreedy(1, step.pause())));
		return configuration.build();
	}

	/** Makes a bucket that counts on this instance only. */
	Bucket bucket() {
		LocalBucketBuilder bucket = Bucket.builder();
		this.steps.forEach(
				(step) -> bucket.addLimit((limit) -> limit.capacity(step.capacity()).refillGreedy(1, step.pause())));
		return bucket.build();
	}

	/**
	 * One bound of a limit.
	 *
	 * @param capacity how many actions are allowed at once
	 * @param pause the time after which one more action is allowed
	 */
	public record Step(long capacity, Duration pause) {
	}

}
