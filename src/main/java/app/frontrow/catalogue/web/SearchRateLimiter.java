package app.frontrow.catalogue.web;

import java.time.Duration;

import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.RateLimit;
import app.frontrow.shared.limit.RateLimitService;
import app.frontrow.shared.limit.RateLimitSettings;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Limits searches per address. The list without a search text has no limit. During an
 * outage of Redis there is no limit.
 */
@Component
class SearchRateLimiter {

	private final RateLimitService limits;

	private final RateLimit perAddress;

	SearchRateLimiter(RateLimitService limits, RateLimitSettings settings) {
		this.limits = limits;
		this.perAddress = RateLimit.steady("search", settings.searches(), Duration.ofMinutes(1));
	}

	/**
	 * Counts a search.
	 * @param text the search text; null or blank is not counted
	 * @throws TooManyRequestsException if this address searches too often
	 */
	void check(String text, String address) {
		if (text == null || text.isBlank()) {
			return;
		}
		try {
			this.limits.require(this.perAddress, address);
		}
		catch (DataAccessResourceFailureException outage) {
			// unlimited searches do less harm than no search
		}
	}

}
