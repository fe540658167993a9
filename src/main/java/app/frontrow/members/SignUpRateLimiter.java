package app.frontrow.members;

import java.time.Duration;

import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.RateLimit;
import app.frontrow.shared.limit.RateLimitService;
import app.frontrow.shared.limit.RateLimitSettings;

import org.springframework.stereotype.Component;

/**
 * Limits sign-ups per address. So nobody can create hundreds of accounts or find out
 * quickly which usernames are taken.
 */
@Component
public class SignUpRateLimiter {

	private final RateLimitService limits;

	private final RateLimit perAddress;

	SignUpRateLimiter(RateLimitService limits, RateLimitSettings settings) {
		this.limits = limits;
		this.perAddress = RateLimit.steady("sign-up", settings.signUps(), Duration.ofHours(1));
	}

	/**
	 * Counts a sign-up from this address.
	 * @throws TooManyRequestsException if there were too many
	 */
	public void check(String address) {
		this.limits.require(this.perAddress, address);
	}

}
