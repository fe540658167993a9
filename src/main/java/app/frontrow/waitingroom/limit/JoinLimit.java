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
 * Slows who joins again and again, by account and by address, on all instances together.
 * Behind one address there may be a whole campus, so that limit is wide.
 */
@Component
public class JoinLimit {

	/** Members who may be in a hurry behind one address. */
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
	 * Lets the member join from this address, or not.
	 * @throws TooManyRequestsException if either of them joins too often
	 */
	public void check(UUID memberId, String address) {
		this.actions.check("join", memberId);
		this.limits.require(this.perAddress, address);
	}

}
