package app.frontrow;

import java.util.List;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class RequiredSettingsListenerTests {

	private final MockEnvironment environment = new MockEnvironment()
		.withProperty("spring.datasource.url", "jdbc:mysql://db/frontrow")
		.withProperty("spring.datasource.username", "frontrow")
		.withProperty("spring.datasource.password", "b4tt3ry-st4ple")
		.withProperty("spring.data.redis.url", "redis://:c0rrect-h0rse@redis")
		.withProperty("frontrow.token-key", RunningProduct.TOKEN_KEY);

	@Test
	void completeSettingsHaveNoFaults() {
		assertThat(RequiredSettingsListener.faults(this.environment)).isEmpty();
	}

	@Test
	void everythingThatIsMissingIsNamedWithItsVariable() {
		assertThat(RequiredSettingsListener.faults(new MockEnvironment()))
			.extracting((fault) -> fault.split(" is not set")[0])
			.containsExactly("frontrow.token-key", "spring.data.redis.url", "spring.datasource.password",
					"spring.datasource.url", "spring.datasource.username");
		assertThat(String.join(" ", RequiredSettingsListener.faults(new MockEnvironment()))).contains(
				"SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD",
				"SPRING_DATA_REDIS_URL", "FRONTROW_TOKEN_KEY");
	}

	@Test
	void mailNeedsTheAddressOfTheSite() {
		this.environment.setProperty("spring.mail.host", "mail.example");
		assertThat(RequiredSettingsListener.faults(this.environment)).singleElement()
			.asString()
			.startsWith("frontrow.mail.site is not set");

		this.environment.setProperty("frontrow.mail.site", "https://tickets.example");
		assertThat(RequiredSettingsListener.faults(this.environment)).isEmpty();
	}

	@Test
	void blankIsMissing() {
		this.environment.setProperty("spring.data.redis.url", " ");

		assertThat(RequiredSettingsListener.faults(this.environment)).singleElement()
			.asString()
			.startsWith("spring.data.redis.url is not set");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "spring.data.redis.cluster.nodes; one:7000,two:7000",
			"spring.data.redis.cluster.nodes[0]; one:7000", "spring.data.redis.sentinel.nodes; one:26379,two:26379",
			"spring.data.redis.sentinel.nodes[0]; one:26379" })
	void redisMayBeAClusterOrASentinelGroup(String setting, String value) {
		this.environment.setProperty("spring.data.redis.url", "");
		assertThat(RequiredSettingsListener.faults(this.environment)).hasSize(1);

		this.environment.setProperty("spring.data.redis.sentinel.master", "frontrow");
		this.environment.setProperty("spring.data.redis.password", "c0rrect-h0rse");
		this.environment.setProperty(setting, value);

		assertThat(RequiredSettingsListener.faults(this.environment)).isEmpty();
	}

	@Test
	void emptyListOfNodesIsMissing() {
		this.environment.setProperty("spring.data.redis.url", "");
		this.environment.setProperty("spring.data.redis.cluster.nodes", " ");
		this.environment.setProperty("spring.data.redis.sentinel.nodes", "");

		assertThat(RequiredSettingsListener.faults(this.environment)).singleElement()
			.asString()
			.startsWith("spring.data.redis.url is not set");
	}

	@Test
	void sentinelNeedsTheNameOfItsMaster() {
		this.environment.setProperty("spring.data.redis.sentinel.nodes", "one:26379");

		assertThat(RequiredSettingsListener.faults(this.environment))
			.containsExactly("spring.data.redis.sentinel.master is not set (SPRING_DATA_REDIS_SENTINEL_MASTER)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "short", "not base64 at all!", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMQ==",
			"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "YWJhYmFiYWJhYmFiYWJhYmFiYWJhYmFiYWJhYmFiYWI=" })
	@ProvesRule(rule = "The product's key is at least 32 random bytes", guard = "RequiredSettingsListener.isStrong",
			brokenBy = "leaving out the condition")
	void keyMustBeBase64OfAtLeast32RandomBytes(String key) {
		this.environment.setProperty("frontrow.token-key", key);

		List<String> faults = RequiredSettingsListener.faults(this.environment);

		assertThat(faults).containsExactly("frontrow.token-key is not base64 of at least 32 random bytes");
		assertThat(faults.get(0)).doesNotContain(key);
	}

	@Test
	void acceptedKeysMayHaveAnEnd() {
		this.environment.setProperty("frontrow.accepted-token-keys",
				RunningProduct.TOKEN_KEY + "," + RunningProduct.TOKEN_KEY + "@2030-05-01T00:00:00Z");

		assertThat(RequiredSettingsListener.faults(this.environment)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "short", RunningProduct.TOKEN_KEY + "@tomorrow", RunningProduct.TOKEN_KEY + "@" })
	@ProvesRule(rule = "An accepted key is random, and its end is a time",
			guard = "RequiredSettingsListener.isAcceptedKey", brokenBy = "leaving out the condition")
	void acceptedKeyMustBeAKeyAndItsEndATime(String entry) {
		this.environment.setProperty("frontrow.accepted-token-keys", entry);

		assertThat(RequiredSettingsListener.faults(this.environment)).singleElement()
			.asString()
			.startsWith("frontrow.accepted-token-keys")
			.doesNotContain(entry);
	}

	@ParameterizedTest
	@ValueSource(strings = { "s3cr3t", "password", "Changeme", "only-on-my-machine" })
	@ProvesRule(rule = "Passwords in settings are neither short nor published",
			guard = "RequiredSettingsListener.isGuessable", brokenBy = "leaving out any of the conditions")
	void guessablePasswordIsRefusedAndNotPrinted(String password) {
		this.environment.setProperty("spring.datasource.password", password);
		this.environment.setProperty("spring.data.redis.url", "redis://:" + password + "@redis:6379");

		List<String> faults = RequiredSettingsListener.faults(this.environment);

		assertThat(faults).hasSize(2)
			.anyMatch((fault) -> fault.startsWith("spring.datasource.password is a published password or shorter"))
			.anyMatch((fault) -> fault.startsWith("the password in spring.data.redis.url is"))
			.allMatch((fault) -> password.equals("password") || !fault.contains(password));
	}

	@ParameterizedTest
	@ValueSource(strings = { "redis://user:l0ng-enough@redis", "rediss://:l0ng-enough@redis/0",
			"redis://l0ng-enough@redis" })
	void redisWithAStrongPasswordIsAccepted(String url) {
		this.environment.setProperty("spring.data.redis.url", url);

		assertThat(RequiredSettingsListener.faults(this.environment)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "redis://redis:6379", "redis://redis:6379/0", "redis://@redis", "redis://user:@redis" })
	@ProvesRule(rule = "Redis needs a password", guard = "RequiredSettingsListener.openRedis",
			brokenBy = "leaving out the call")
	void redisWithoutAPasswordIsRefused(String url) {
		this.environment.setProperty("spring.data.redis.url", url);

		assertThat(RequiredSettingsListener.faults(this.environment)).singleElement()
			.asString()
			.startsWith("Redis has no password");
	}

	@Test
	void clusterWithoutAPasswordIsRefused() {
		this.environment.setProperty("spring.data.redis.url", "");
		this.environment.setProperty("spring.data.redis.cluster.nodes", "one:7000,two:7000");

		assertThat(RequiredSettingsListener.faults(this.environment)).singleElement()
			.asString()
			.startsWith("Redis has no password");
	}

}
