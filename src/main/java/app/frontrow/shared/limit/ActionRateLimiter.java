package app.frontrow.shared.limit;

import java.time.Duration;
import java.util.UUID;

import app.frontrow.shared.web.http.ClientAddressResolver;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Limits how often a member may repeat one action, and how often all members of one
 * address may. The limit per day also bounds the rows that a member can write, such as
 * ledger entries and idempotency keys.
 */
@Component
public class ActionRateLimiter {

	/** A member may use the full limit per minute for this many minutes of a day. */
	private static final int MINUTES_A_DAY = 10;

	/**
	 * The limit of an address is enough for this many members, for example on a campus.
	 */
	private static final int MEMBERS_PER_ADDRESS = 500;

	private final RateLimitService limits;

	private final long capacity;

	private final RateLimit perAddress;

	ActionRateLimiter(RateLimitService limits, RateLimitSettings settings) {
		this.limits = limits;
		this.capacity = settings.actions();
		this.perAddress = RateLimit.steady("actions-address", MEMBERS_PER_ADDRESS * this.capacity,
				Duration.ofMinutes(1));
	}

	/**
	 * Counts the action of the member, and refuses it if the member did it too often.
	 * @param action a short name of the action
	 * @throws app.frontrow.shared.error.TooManyRequestsException if the member did it too
	 * often within a minute or a day, or if the members of this address did too much
	 * within a minute
	 * @throws DataAccessResourceFailureException if Redis is out of reach
	 */
	public void check(String action, UUID memberId) {
		String address = ClientAddressResolver.resolveCurrent();
		if (!address.isEmpty()) {
			this.limits.requireLocally(this.perAddress, address);
		}
		this.limits.require(limit(action, this.capacity), memberId.toString());
	}

	/** Allows this many actions in each minute, and ten times as many in each day. */
	static RateLimit limit(String action, long actionsPerMinute) {
		return RateLimit.steady(action, actionsPerMinute, Duration.ofMinutes(1))
			.and(MINUTES_A_DAY * actionsPerMinute, Duration.ofDays(1));
	}

}
