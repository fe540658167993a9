package app.frontrow.security;

import java.time.Duration;

import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.RateLimit;
import app.frontrow.shared.limit.RateLimitService;
import app.frontrow.shared.limit.RateLimitSettings;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Limits how fast somebody can guess passwords. The waits grow. An attempt counts as
 * wrong before the password is compared, so a thousand attempts at the same moment count
 * as a thousand. If the password is right, the attempt no longer counts.
 *
 * <p>
 * If the member has logged in from an address within a month, attacks from other
 * addresses do not slow down log-ins from this address. So nobody can lock a member out.
 * All limits also apply to usernames that do not exist.
 */
@Component
class LoginRateLimiter {

	private static final int WIDE_LIMIT_FACTOR = 10;

	private static final Duration OWN_ADDRESS_LIFETIME = Duration.ofDays(30);

	private final RateLimitService limits;

	private final StringRedisTemplate redis;

	private final RateLimit accountAndAddressLimit;

	private final RateLimit accountLimit;

	private final RateLimit addressLimit;

	LoginRateLimiter(RateLimitService limits, RateLimitSettings settings, StringRedisTemplate redis) {
		this.limits = limits;
		this.redis = redis;
		this.accountAndAddressLimit = RateLimit.growing("log-in", settings.failedLogIns());
		this.accountLimit = RateLimit.growing("log-in-account", WIDE_LIMIT_FACTOR * settings.failedLogIns());
		this.addressLimit = RateLimit.growing("log-in-address", WIDE_LIMIT_FACTOR * settings.failedLogIns());
	}

	/**
	 * Counts an attempt. It counts as wrong until its outcome is reported.
	 * @return the attempt; the caller must report its outcome
	 * @throws TooManyRequestsException if too many attempts were wrong
	 */
	Attempt countAttempt(String username, String address) {
		this.limits.require(this.addressLimit, address);
		try {
			return countPairAttempt(username, address);
		}
		catch (TooManyRequestsException refused) {
			this.limits.giveBack(this.addressLimit, address);
			throw refused;
		}
	}

	private Attempt countPairAttempt(String username, String address) {
		this.limits.require(this.accountAndAddressLimit, pair(username, address));
		try {
			this.limits.require(this.accountLimit, username);
			return new Attempt(username, address, true);
		}
		catch (TooManyRequestsException refused) {
			if (!isOwn(username, address)) {
				this.limits.giveBack(this.accountAndAddressLimit, pair(username, address));
				throw refused;
			}
			return new Attempt(username, address, false);
		}
	}

	/** Reports that the password was right. */
	void recordSuccess(Attempt attempt) {
		this.limits.reset(this.accountAndAddressLimit, pair(attempt.username(), attempt.address()));
		giveBackSharedTokens(attempt);
		this.redis.opsForValue().set(ownKey(attempt.username(), attempt.address()), "", OWN_ADDRESS_LIFETIME);
	}

	/** Reports that the password was not compared, for example in an outage. */
	void withdrawAttempt(Attempt attempt) {
		this.limits.giveBack(this.accountAndAddressLimit, pair(attempt.username(), attempt.address()));
		giveBackSharedTokens(attempt);
	}

	/**
	 * Undoes the counts of the account and the address. The account's count is undone
	 * only if this attempt was counted there, because otherwise attackers would gain an
	 * attempt.
	 */
	private void giveBackSharedTokens(Attempt attempt) {
		if (attempt.countsForAccount()) {
			this.limits.giveBack(this.accountLimit, attempt.username());
		}
		this.limits.giveBack(this.addressLimit, attempt.address());
	}

	private boolean isOwn(String username, String address) {
		return Boolean.TRUE.equals(this.redis.hasKey(ownKey(username, address)));
	}

	private static String pair(String username, String address) {
		return username + " " + address;
	}

	private static String ownKey(String username, String address) {
		return "frontrow:own-address:" + RateLimitService.digest(pair(username, address));
	}

	/**
	 * An attempt to log in whose outcome is not known yet.
	 *
	 * @param countsForAccount false if it comes from the member's own address while the
	 * account is under attack
	 */
	record Attempt(String username, String address, boolean countsForAccount) {
	}

}
