package app.frontrow.shared.limit;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How often one may do what costs something, all instances together.
 *
 * @param failedLogIns an hour, for one account from one address; ten times as many for an
 * account from everywhere, and for an address with all accounts
 * @param signUps an hour, from one address
 * @param actions a minute, of one member: joining, holding, paying, topping up and giving
 * back, each
 * @param searches a minute, from one address
 */
@Validated
@ConfigurationProperties("frontrow.limits")
public record RateLimitSettings(@Min(1) long failedLogIns, @Min(1) long signUps, @Min(1) long actions,
		@Min(1) long searches) {
}
