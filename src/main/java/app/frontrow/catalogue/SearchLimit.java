package app.frontrow.catalogue;

import java.time.Duration;

import app.frontrow.shared.Limit;
import app.frontrow.shared.LimitSettings;
import app.frontrow.shared.RateLimits;
import app.frontrow.shared.TooManyRequestsException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Limits searches per address. The list without a search text has no limit. If the
 * counter is down, nobody is limited.
 */
@Component
public class SearchLimit {

	private final RateLimits limits;

	private final Limit perAddress;

	SearchLimit(RateLimits limits, LimitSettings settings) {
		this.limits = limits;
		this.perAddress = Limit.steady("search", settings.searches(), Duration.ofMinutes(1));
	}

	/**
	 * Counts a search.
	 * @param text the search text; null or blank is not counted
	 * @throws TooManyRequestsException if this address searches too often
	 */
	public void check(String text, String address) {
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
