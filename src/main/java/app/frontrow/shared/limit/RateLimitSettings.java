package app.frontrow.shared.limit;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the limits. They hold for all instances together.
 *
 * @param failedLogIns failed log-ins per hour for one account from one address; ten times
 * as many are allowed for one account from all addresses, and for one address with all
 * accounts
 * @param signUps sign-ups per hour from one address
 * @param actions actions per minute of one member, counted separately for each kind of
 * action, such as holding or paying
 * @param searches searches per minute from one address
 */
@Validated
@ConfigurationProperties("frontrow.limits")
public record RateLimitSettings(@Min(1) long failedLogIns, @Min(1) long signUps, @Min(1) long actions,
		@Min(1) long searches) {
}
