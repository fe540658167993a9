package app.frontrow.shared.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import io.github.bucket4j.local.LocalBucketBuilder;

/**
 * How often one may do something: as often as all of its steps allow.
 *
 * @param name what is limited, a short name
 * @param most so many at once, if nothing was done before
 * @param steps the wider, the longer one waits for the next
 */
public record RateLimit(String name, long most, List<Step> steps) {

	private static final Duration HOUR = Duration.ofHours(1);

	/**
	 * So many at once, and as many again spread over each period.
	 */
	public static RateLimit steady(String name, long most, Duration period) {
		return new RateLimit(name, most, List.of(new Step(most, period.dividedBy(most))));
	}

	/** The same, and in a longer period no more than so many spread over it. */
	public RateLimit and(long mostThen, Duration period) {
		List<Step> both = new ArrayList<>(this.steps);
		both.add(new Step(mostThen, period.dividedBy(mostThen)));
		return new RateLimit(this.name, this.most, List.copyOf(both));
	}

	/**
	 * So many an hour, and the longer it goes on the slower: a third at once; then one at
	 * a time, with a wait that is a 24th of the last one at first, and a quarter of it
	 * after two thirds.
	 */
	public static RateLimit growing(String name, long most) {
		Duration last = HOUR.dividedBy(most);
		return new RateLimit(name, most, List.of(new Step(Math.max(1, most / 3), last.dividedBy(24)),
				new Step(Math.max(1, most * 2 / 3), last.dividedBy(4)), new Step(most, last)));
	}

	BucketConfiguration configuration() {
		ConfigurationBuilder configuration = BucketConfiguration.builder();
		this.steps.forEach(
				(step) -> configuration.addLimit((limit) -> limit.capacity(step.most()).refillGreedy(1, step.pause())));
		return configuration.build();
	}

	/** A bucket of this instance alone. */
	Bucket bucket() {
		LocalBucketBuilder bucket = Bucket.builder();
		this.steps
			.forEach((step) -> bucket.addLimit((limit) -> limit.capacity(step.most()).refillGreedy(1, step.pause())));
		return bucket.build();
	}

	/**
	 * One bound.
	 *
	 * @param most so many at once
	 * @param pause until the next one
	 */
	public record Step(long most, Duration pause) {
	}

}
