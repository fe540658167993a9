package app.frontrow.catalogue.web;

import java.time.Duration;

import app.frontrow.catalogue.concert.ConcertFilter;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.RateLimit;
import app.frontrow.shared.limit.RateLimitService;
import app.frontrow.shared.limit.RateLimitSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Limits searches per IP address. The whole list has no limit. If the counter is down,
 * nobody is limited.
 */
@Component
public class SearchRateLimiter {

	private final RateLimitService limits;

	private final RateLimit perAddress;

	SearchRateLimiter(RateLimitService limits, RateLimitSettings settings) {
		this.limits = limits;
		this.perAddress = RateLimit.steady("search", settings.searches(), Duration.ofMinutes(1));
	}

	/**
	 * Counts a list of concerts if it is filtered.
	 * @throws TooManyRequestsException if this address searches too often
	 */
	public void check(ConcertFilter filter, String address) {
		if (!filter.isEmpty()) {
			count(address);
		}
	}

	/**
	 * Counts a search.
	 * @param text the search text; null or blank is not counted
	 * @throws TooManyRequestsException if this address searches too often
	 */
	public void check(@Nullable String text, String address) {
		if (text != null && !text.isBlank()) {
			count(address);
		}
	}

	private void count(String address) {
		try {
			this.limits.require(this.perAddress, address);
		}
		catch (DataAccessResourceFailureException outage) {
			// unlimited searches do less harm than no search
		}
	}

}
