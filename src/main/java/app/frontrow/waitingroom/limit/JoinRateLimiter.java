package app.frontrow.waitingroom.limit;

import java.time.Duration;
import java.util.UUID;

import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.ActionRateLimiter;
import app.frontrow.shared.limit.RateLimit;
import app.frontrow.shared.limit.RateLimitService;
import app.frontrow.shared.limit.RateLimitSettings;

import org.springframework.stereotype.Component;

/**
 * Limits how often an account and an address may join, on all instances together. A whole
 * campus may use one address, so its limit is high.
 */
@Component
public class JoinRateLimiter {

	/** The limit of an address is enough for this many members who join often. */
	private static final int MEMBERS_PER_ADDRESS = 50;

	private final ActionRateLimiter actions;

	private final RateLimitService limits;

	private final RateLimit perAddress;

	JoinRateLimiter(ActionRateLimiter actions, RateLimitService limits, RateLimitSettings settings) {
		this.actions = actions;
		this.limits = limits;
		this.perAddress = RateLimit.steady("join-address", MEMBERS_PER_ADDRESS * settings.actions(),
				Duration.ofMinutes(1));
	}

	/**
	 * Counts one join of this member from this address.
	 * @throws TooManyRequestsException if either of them joins too often
	 */
	public void check(UUID memberId, String address) {
		this.actions.check("join", memberId);
		this.limits.require(this.perAddress, address);
	}

}
