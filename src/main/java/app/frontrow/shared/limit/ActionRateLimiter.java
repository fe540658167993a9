package app.frontrow.shared.limit;

import java.time.Duration;
import java.util.UUID;

import app.frontrow.shared.web.http.ClientAddressResolver;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Slows a member who does the same thing again and again, as only programs do, and an
 * address from which very many members do so. What is written for each action, such as
 * lines of the ledger and idempotency keys, is bounded by what one may do in a day.
 */
@Component
public class ActionRateLimiter {

	/** Minutes in which somebody may be as fast as the limit of a minute, each day. */
	private static final int MINUTES_A_DAY = 10;

	/** So many members behind one address may be as fast as they can, as on a campus. */
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
	 * Lets the member do it once more, or not.
	 * @param action what, a short name
	 * @throws app.frontrow.shared.error.TooManyRequestsException if the member did it too
	 * often within a minute or a day, or the members behind this address did too much
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

	/** So many at once and in each minute, and ten times as many in each day. */
	static RateLimit limit(String action, long most) {
		return RateLimit.steady(action, most, Duration.ofMinutes(1)).and(MINUTES_A_DAY * most, Duration.ofDays(1));
	}

}
