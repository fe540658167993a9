package app.frontrow.members;

import java.time.Duration;

import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.RateLimit;
import app.frontrow.shared.limit.RateLimitService;
import app.frontrow.shared.limit.RateLimitSettings;

import org.springframework.stereotype.Component;

/**
 * Slows who makes accounts by the hundred, or asks which user names are taken, from one
 * address.
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
	 * Lets somebody at this address sign up, or not.
	 * @throws TooManyRequestsException if too many did
	 */
	public void check(String address) {
		this.limits.require(this.perAddress, address);
	}

}
