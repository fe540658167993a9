package app.frontrow.waitingroom;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the waiting room lets people in.
 *
 * @param capacity most passes at a time per concert
 * @param admissionsPerSecond most admissions per second and concert
 * @param claim an admitted member must come in within this
 * @param pass length of a pass
 * @param absence a waiter unseen for longer is passed over
 */
@Validated
@ConfigurationProperties("frontrow.queue")
record QueueSettings(@Min(1) int capacity, @Positive double admissionsPerSecond, @NotNull Duration claim,
		@NotNull Duration pass, @NotNull Duration absence) {
}
