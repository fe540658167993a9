package app.frontrow.members;

import java.time.Duration;

import app.frontrow.shared.Limit;
import app.frontrow.shared.LimitSettings;
import app.frontrow.shared.RateLimits;
import app.frontrow.shared.TooManyRequestsException;

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
class LoginLimit {

	private static final int WIDE = 10;

	private static final Duration MEMORY = Duration.ofDays(30);

	private final RateLimits limits;

	private final StringRedisTemplate redis;

	private final Limit fromThere;

	private final Limit ofAccount;

	private final Limit ofAddress;

	LoginLimit(RateLimits limits, LimitSettings settings, StringRedisTemplate redis) {
		this.limits = limits;
		this.redis = redis;
		this.fromThere = Limit.growing("log-in", settings.failedLogIns());
		this.ofAccount = Limit.growing("log-in-account", WIDE * settings.failedLogIns());
		this.ofAddress = Limit.growing("log-in-address", WIDE * settings.failedLogIns());
	}

	/**
	 * Lets the password be looked at, or not. It counts as wrong until the outcome is
	 * told, so that many guesses at once are as many as one after the other.
	 * @throws TooManyRequestsException if too many were wrong
	 */
	void begin(String username, String address) {
		this.limits.require(this.ofAddress, address);
		try {
			beginFromThere(username, address);
		}
		catch (TooManyRequestsException refused) {
			this.limits.giveBack(this.ofAddress, address);
			throw refused;
		}
	}

	private void beginFromThere(String username, String address) {
		this.limits.require(this.fromThere, pair(username, address));
		try {
			this.limits.require(this.ofAccount, username);
		}
		catch (TooManyRequestsException attacked) {
			if (!isOwn(username, address)) {
				this.limits.giveBack(this.fromThere, pair(username, address));
				throw attacked;
			}
		}
	}

	/** The password was right. */
	void succeeded(String username, String address) {
		this.limits.forget(this.fromThere, pair(username, address));
		this.limits.giveBack(this.ofAccount, username);
		this.limits.giveBack(this.ofAddress, address);
		this.redis.opsForValue().set(ownKey(username, address), "", MEMORY);
	}

	/** Nobody knows, since a store was out of reach. */
	void undecided(String username, String address) {
		this.limits.giveBack(this.fromThere, pair(username, address));
		this.limits.giveBack(this.ofAccount, username);
		this.limits.giveBack(this.ofAddress, address);
	}

	private boolean isOwn(String username, String address) {
		return Boolean.TRUE.equals(this.redis.hasKey(ownKey(username, address)));
	}

	private static String pair(String username, String address) {
		return username + " " + address;
	}

	private static String ownKey(String username, String address) {
		return "frontrow:own-address:" + RateLimits.digest(pair(username, address));
	}

}
