package app.frontrow.shared.limit;

import java.time.Duration;
import java.util.UUID;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.stores.OnRealStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SpringBootTest(classes = RateLimitServiceIT.Client.class)
@OnRealStores
class RateLimitServiceIT {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final RateLimit THREE = RateLimit.steady("test", 3, HOUR);

	@Autowired
	private LettuceConnectionFactory redis;

	@Autowired
	private StringRedisTemplate keys;

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final String somebody = UUID.randomUUID().toString();

	@Test
	void requestOverTheLimitIsRefusedWithTheWait() {
		RateLimitService limits = new RateLimitService(this.redis, this.registry);
		use(limits, 3);

		assertThatThrownBy(() -> use(limits, 1)).isInstanceOfSatisfying(TooManyRequestsException.class,
				(refusal) -> assertThat((Long) refusal.details().get("retryAfterSeconds")).isBetween(1_100L, 1_201L));
	}

	@Test
	void instancesCountTogether() {
		use(new RateLimitService(this.redis, this.registry), 2);
		RateLimitService other = new RateLimitService(this.redis, this.registry);
		use(other, 1);

		assertThatThrownBy(() -> use(other, 1)).isInstanceOf(TooManyRequestsException.class);
	}

	@Test
	void eachMemberIsCountedSeparately() {
		RateLimitService limits = new RateLimitService(this.redis, this.registry);
		use(limits, 3);

		assertThatCode(() -> limits.require(THREE, UUID.randomUUID().toString())).doesNotThrowAnyException();
		assertThatCode(() -> limits.require(RateLimit.steady("other", 3, HOUR), this.somebody))
			.doesNotThrowAnyException();
	}

	@Test
	void limitsSurviveARestartOfTheConnection() {
		RateLimitService limits = new RateLimitService(this.redis, this.registry);
		use(limits, 2);

		this.redis.stop();
		this.redis.start();

		use(limits, 1);
		assertThatThrownBy(() -> use(limits, 1)).isInstanceOf(TooManyRequestsException.class);
	}

	@Test
	void returnedRequestDoesNotCount() {
		RateLimitService limits = new RateLimitService(this.redis, this.registry);
		use(limits, 3);
		limits.giveBack(THREE, this.somebody);
		use(limits, 1);
		assertThatThrownBy(() -> use(limits, 1)).isInstanceOf(TooManyRequestsException.class);

		limits.reset(THREE, this.somebody);
		use(limits, 3);
		assertThatThrownBy(() -> use(limits, 1)).isInstanceOf(TooManyRequestsException.class);
	}

	@Test
	@ProvesRule(rule = "Refusals of the rate limits are counted", guard = "RateLimitService.refusals",
			brokenBy = "leaving out count")
	@ProvesRule(rule = "The keys of the rate limits name nobody", guard = "RateLimitService.digest",
			brokenBy = "returning the text itself")
	void refusalsAreCountedWithoutNames() {
		RateLimitService limits = new RateLimitService(this.redis, this.registry);
		use(limits, 3);
		assertThatThrownBy(() -> use(limits, 1)).isInstanceOf(TooManyRequestsException.class);

		assertThat(this.registry.get("frontrow.limits.refused").tag("limit", "test").counter().count()).isEqualTo(1);
		assertThat(this.keys.hasKey(RateLimitService.key(THREE, this.somebody))).isTrue();
		assertThat(RateLimitService.key(THREE, this.somebody)).doesNotContain(this.somebody).hasSizeLessThan(80);
	}

	private void use(RateLimitService limits, int times) {
		for (int i = 0; i < times; i++) {
			limits.require(THREE, this.somebody);
		}
	}

	@ImportAutoConfiguration(DataRedisAutoConfiguration.class)
	static class Client {

	}

}
