package app.frontrow.security;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.RateLimitService;
import app.frontrow.shared.limit.RateLimitSettings;
import app.frontrow.stores.OnRealStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Who is slowed at the door, and who is not.
 */
@SpringBootTest(classes = { LoginRateLimiterIT.Client.class, LoginRateLimiter.class, RateLimitService.class,
		SimpleMeterRegistry.class }, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@OnRealStores
class LoginRateLimiterIT {

	@Autowired
	private LoginRateLimiter limit;

	private final String mina = "mina" + UUID.randomUUID();

	@Test
	@ProvesRule(rule = "A member who knows the password is never slowed", guard = "LoginRateLimiter.recordSuccess",
			brokenBy = "leaving out reset")
	void rightPasswordIsNeverSlowed() {
		for (int times = 0; times < 50; times++) {
			this.limit.recordSuccess(this.limit.countAttempt(this.mina, "home"));
		}
	}

	@Test
	@ProvesRule(rule = "Tries for one account from one address are limited",
			guard = "LoginRateLimiter.countPairAttempt", brokenBy = "leaving out accountAndAddressLimit")
	void runningAttemptsCount() {
		this.limit.countAttempt(this.mina, "home");

		assertSlowed(this.mina, "home");
	}

	@Test
	void rightPasswordResetsTheCount() {
		String home = address();
		this.limit.recordSuccess(this.limit.countAttempt(this.mina, home));
		this.limit.countAttempt(this.mina, home);

		assertSlowed(this.mina, home);
	}

	@Test
	@ProvesRule(rule = "A try that an outage cut off counts for nobody", guard = "LoginRateLimiter.withdrawAttempt",
			brokenBy = "giving nothing back")
	void outageDoesNotCountAsAWrongPassword() {
		this.limit.withdrawAttempt(this.limit.countAttempt(this.mina, "home"));

		this.limit.countAttempt(this.mina, "home");
	}

	@Test
	void guesserElsewhereLocksNobodyOut() {
		attackFromEverywhereUntilSlowed(this.mina);

		this.limit.countAttempt("joon" + this.mina, address());
	}

	@Test
	@ProvesRule(rule = "Tries for one account from all addresses are limited",
			guard = "LoginRateLimiter.countPairAttempt", brokenBy = "leaving out accountLimit")
	@ProvesRule(rule = "An attack on an account does not slow its member at their own address",
			guard = "LoginRateLimiter.isOwn", brokenBy = "returning false")
	@ProvesRule(rule = "A log-in that succeeds does not count for the account",
			guard = "LoginRateLimiter.recordSuccess", brokenBy = "leaving out giveBack")
	void ownAddressIsNotSlowedByAnAttackOnTheAccount() {
		String home = address();
		this.limit.recordSuccess(this.limit.countAttempt(this.mina, home));
		attackFromEverywhereUntilSlowed(this.mina);

		this.limit.recordSuccess(this.limit.countAttempt(this.mina, home));
	}

	@Test
	@ProvesRule(rule = "Log-ins from the member's own address give an attacker no more guesses",
			guard = "LoginRateLimiter.giveBackSharedTokens", brokenBy = "ignoring countsForAccount")
	void logInFromTheOwnAddressGivesAttackersNoGuesses() {
		String home = address();
		this.limit.recordSuccess(this.limit.countAttempt(this.mina, home));
		attackFromEverywhereUntilSlowed(this.mina);

		this.limit.recordSuccess(this.limit.countAttempt(this.mina, home));
		this.limit.withdrawAttempt(this.limit.countAttempt(this.mina, home));

		assertSlowed(this.mina, address());
	}

	@Test
	@ProvesRule(rule = "Tries for all accounts from one address are limited", guard = "LoginRateLimiter.countAttempt",
			brokenBy = "leaving out addressLimit")
	void guesserOfManyAccountsIsSlowedAtThatAddressOnly() {
		String attacker = address();
		int tries = 0;
		while (isOpen("user" + tries + this.mina, attacker) && tries < 200) {
			tries++;
		}

		assertThat(tries).isBetween(10, 50);
		this.limit.countAttempt(this.mina, address());
	}

	@Test
	@ProvesRule(rule = "A try counts for its address before the password is checked",
			guard = "LoginRateLimiter.countAttempt", brokenBy = "leaving out the limit of the address")
	void simultaneousGuessesCountLikeSequentialOnes() {
		String attacker = address();

		List<Boolean> open = ConcurrentRunner.rush(IntStream.range(0, 100)
			.mapToObj((account) -> ConcurrentRunner.task(() -> isOpen("user" + account + this.mina, attacker)))
			.toList());

		assertThat(open.stream().filter((isOpen) -> isOpen).count()).isBetween(1L, 50L);
	}

	@Test
	@ProvesRule(rule = "A try that is refused does not count for its address", guard = "LoginRateLimiter.countAttempt",
			brokenBy = "leaving out giveBack")
	void refusedAttemptsDoNotCountForTheAddress() {
		String home = address();
		this.limit.countAttempt(this.mina, home);
		for (int times = 0; times < 50; times++) {
			assertSlowed(this.mina, home);
		}

		this.limit.countAttempt("joon" + this.mina, home);
	}

	@Test
	void manyRightLogInsFromOneAddressAreAccepted() {
		String office = address();
		for (int member = 0; member < 50; member++) {
			this.limit.recordSuccess(this.limit.countAttempt("member" + member + this.mina, office));
		}
	}

	private void attackFromEverywhereUntilSlowed(String username) {
		int tries = 0;
		while (isOpen(username, address()) && tries < 200) {
			tries++;
		}
		assertThat(tries).isBetween(10, 50);
	}

	private boolean isOpen(String username, String address) {
		try {
			this.limit.countAttempt(username, address);
			return true;
		}
		catch (TooManyRequestsException slowed) {
			return false;
		}
	}

	private void assertSlowed(String username, String address) {
		assertThatThrownBy(() -> this.limit.countAttempt(username, address)).isInstanceOfSatisfying(
				TooManyRequestsException.class, (slowed) -> assertThat(slowed.retryAfterSeconds()).isBetween(1L, 51L));
	}

	private static String address() {
		return UUID.randomUUID().toString();
	}

	@ImportAutoConfiguration(DataRedisAutoConfiguration.class)
	static class Client {

		/** One try at once, ten of an account and of an address. */
		@Bean
		RateLimitSettings settings() {
			return new RateLimitSettings(3, 1, 1, 1);
		}

	}

}
