package app.frontrow.waitingroom.policy;

import java.time.Duration;
import java.time.Instant;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the waiting room lets people in. Whatever else must fit together is derived from
 * these: the intervals of polls from claim and absence, the width of the band from rate
 * and absence.
 *
 * @param capacity most passes at a time per concert
 * @param admissionsPerSecond most admissions per second and concert
 * @param claim an admitted member must come in within this; at least half a second, since
 * polls come three times within it
 * @param pass length of a pass
 * @param absence a waiter unseen for longer is passed over; at least two seconds, since
 * polls come three times within it and what far waiters are told may be a second old
 * @param prequeue how long before the opening of sales members may come; the order of
 * these is drawn by lot
 */
@Validated
@ConfigurationProperties("frontrow.queue")
public record QueueSettings(@Min(1) int capacity, @Positive double admissionsPerSecond,
		@NotNull @DurationMin(millis = 500) Duration claim, @NotNull @DurationMin(millis = 500) Duration pass,
		@NotNull @DurationMin(seconds = 2) Duration absence, @NotNull @DurationMin Duration prequeue) {

	/** The band is never narrower than this. */
	private static final long NARROWEST = 100;

	/**
	 * Four times what the rate lets in within one absence: twice for the time that the
	 * horizon takes, and twice for a half of the places being dead.
	 */
	private static final int ABSENCES = 4;

	/** When the waiting room opens. */
	public Instant opening(Instant salesOpenAt) {
		return salesOpenAt.minus(this.prequeue);
	}

	/** How many places behind the front are near, at this rate. */
	public long band(double rate) {
		return Math.max(NARROWEST, (long) Math.ceil(ABSENCES * rate * this.absence.toMillis() / 1000));
	}

}
