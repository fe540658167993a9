package app.frontrow.catalogue;

import java.time.Duration;

import app.frontrow.shared.Limit;
import app.frontrow.shared.LimitSettings;
import app.frontrow.shared.RateLimits;
import app.frontrow.shared.TooManyRequestsException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Slows who searches much faster than the people behind one address can type. The
 * programme as a whole is not limited; and while nobody can count, everybody may search.
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
	 * Lets somebody at this address search, or not.
	 * @param text what for; null or blank for the whole programme
	 * @throws TooManyRequestsException if they search too often
	 */
	public void check(String text, String address) {
		if (text == null || text.isBlank()) {
			return;
		}
		try {
			this.limits.require(this.perAddress, address);
		}
		catch (DataAccessResourceFailureException outage) {
			// a search takes nothing away from anybody
		}
	}

}
