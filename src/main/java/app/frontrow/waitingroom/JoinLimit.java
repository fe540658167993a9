package app.frontrow.waitingroom;

import java.time.Duration;
import java.util.UUID;

import app.frontrow.shared.RateLimits;
import app.frontrow.shared.TooManyRequestsException;

import org.springframework.stereotype.Component;

/**
 * Slows who joins again and again, by account and by address, on all instances together.
 * Behind one address there may be a whole campus, so that limit is wide.
 */
@Component
public class JoinLimit {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final int PER_MEMBER = 120;

	private static final int PER_ADDRESS = 6_000;

	private final RateLimits limits;

	JoinLimit(RateLimits limits) {
		this.limits = limits;
	}

	/**
	 * Lets the member join from this address, or not.
	 * @throws TooManyRequestsException if either of them joins too often
	 */
	public void check(UUID memberId, String address) {
		this.limits.require("join-member", memberId.toString(), PER_MEMBER, MINUTE);
		this.limits.require("join-address", address, PER_ADDRESS, MINUTE);
	}

}
