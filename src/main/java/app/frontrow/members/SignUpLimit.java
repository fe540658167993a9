package app.frontrow.members;

import java.time.Duration;

import app.frontrow.shared.Limit;
import app.frontrow.shared.LimitSettings;
import app.frontrow.shared.RateLimits;
import app.frontrow.shared.TooManyRequestsException;

import org.springframework.stereotype.Component;

/**
 * Slows who makes accounts by the hundred, or asks which user names are taken, from one
 * address.
 */
@Component
public class SignUpLimit {

	private final RateLimits limits;

	private final Limit perAddress;

	SignUpLimit(RateLimits limits, LimitSettings settings) {
		this.limits = limits;
		this.perAddress = Limit.steady("sign-up", settings.signUps(), Duration.ofHours(1));
	}

	/**
	 * Lets somebody at this address sign up, or not.
	 * @throws TooManyRequestsException if too many did
	 */
	public void check(String address) {
		this.limits.require(this.perAddress, address);
	}

}
