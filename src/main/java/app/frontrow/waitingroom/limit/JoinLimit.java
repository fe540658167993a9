package app.frontrow.waitingroom.limit;

import java.time.Duration;
import java.util.UUID;

import app.frontrow.shared.ActionLimit;
import app.frontrow.shared.Limit;
import app.frontrow.shared.LimitSettings;
import app.frontrow.shared.RateLimits;
import app.frontrow.shared.TooManyRequestsException;

import org.springframework.stereotype.Component;

/**
 * Limits how often an account and an address may join, on all instances together. A whole
 * campus may use one address, so its limit is high.
 */
@Component
public class JoinLimit {

	/** So many members may join often from one address. */
	private static final int MEMBERS_PER_ADDRESS = 50;

	private final ActionLimit actions;

	private final RateLimits limits;

	private final Limit perAddress;

	JoinLimit(ActionLimit actions, RateLimits limits, LimitSettings settings) {
		this.actions = actions;
		this.limits = limits;
		this.perAddress = Limit.steady("join-address", MEMBERS_PER_ADDRESS * settings.actions(), Duration.ofMinutes(1));
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
