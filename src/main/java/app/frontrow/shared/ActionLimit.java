package app.frontrow.shared;

import java.time.Duration;
import java.util.UUID;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Slows a member who does the same thing again and again, as only programs do.
 */
@Component
public class ActionLimit {

	private final RateLimits limits;

	private final long most;

	ActionLimit(RateLimits limits, LimitSettings settings) {
		this.limits = limits;
		this.most = settings.actions();
	}

	/**
	 * Lets the member do it once more, or not.
	 * @param action what, a short name
	 * @throws TooManyRequestsException if the member did it too often within a minute
	 * @throws DataAccessResourceFailureException if Redis is out of reach
	 */
	public void check(String action, UUID memberId) {
		this.limits.require(Limit.steady(action, this.most, Duration.ofMinutes(1)), memberId.toString());
	}

}
