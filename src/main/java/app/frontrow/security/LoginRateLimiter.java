package app.frontrow.security;

import java.time.Duration;

import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.RateLimit;
import app.frontrow.shared.limit.RateLimitService;
import app.frontrow.shared.limit.RateLimitSettings;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Slows who guesses passwords, with waits that grow, and nobody else. A try counts before
 * the password is looked at, so that a thousand at the same moment count as a thousand,
 * and counts no longer when the password was right.
 *
 * <p>
 * An account's own address (one that it was used from within a month) does not mind what
 * others do to the account, so nobody can lock a member out from afar. Whether there is
 * such an account makes no difference to any of this.
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
	 * Lets the password be looked at, or not. It counts as wrong until the outcome is
	 * told, so that many guesses at once are as many as one after the other.
	 * @throws TooManyRequestsException if too many were wrong
	 */
	void countAttempt(String username, String address) {
		this.limits.require(this.addressLimit, address);
		try {
			countPairAttempt(username, address);
		}
		catch (TooManyRequestsException refused) {
			this.limits.giveBack(this.addressLimit, address);
			throw refused;
		}
	}

	private void countPairAttempt(String username, String address) {
		this.limits.require(this.accountAndAddressLimit, pair(username, address));
		try {
			this.limits.require(this.accountLimit, username);
		}
		catch (TooManyRequestsException attacked) {
			if (!isOwn(username, address)) {
				this.limits.giveBack(this.accountAndAddressLimit, pair(username, address));
				throw attacked;
			}
		}
	}

	/** The password was right. */
	void recordSuccess(String username, String address) {
		this.limits.reset(this.accountAndAddressLimit, pair(username, address));
		this.limits.giveBack(this.accountLimit, username);
		this.limits.giveBack(this.addressLimit, address);
		this.redis.opsForValue().set(ownKey(username, address), "", OWN_ADDRESS_LIFETIME);
	}

	/** Nobody knows, since a store was out of reach. */
	void withdrawAttempt(String username, String address) {
		this.limits.giveBack(this.accountAndAddressLimit, pair(username, address));
		this.limits.giveBack(this.accountLimit, username);
		this.limits.giveBack(this.addressLimit, address);
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

}
