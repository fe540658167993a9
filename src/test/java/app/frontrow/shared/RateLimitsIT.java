package app.frontrow.shared;

import java.time.Duration;
import java.util.UUID;

import app.frontrow.stores.OnRealStores;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SpringBootTest(classes = RateLimitsIT.Client.class)
@OnRealStores
class RateLimitsIT {

	private static final Duration HOUR = Duration.ofHours(1);

	@Autowired
	private LettuceConnectionFactory redis;

	private final String somebody = UUID.randomUUID().toString();

	@Test
	void oneTooManyIsRefusedAndSaysWhenToComeAgain() {
		RateLimits limits = new RateLimits(this.redis);
		use(limits, 3);

		assertThatThrownBy(() -> use(limits, 1)).isInstanceOfSatisfying(TooManyRequestsException.class,
				(refusal) -> assertThat((Long) refusal.details().get("retryAfterSeconds")).isBetween(1_100L, 1_201L));
	}

	@Test
	void instancesCountTogether() {
		use(new RateLimits(this.redis), 2);
		RateLimits other = new RateLimits(this.redis);
		use(other, 1);

		assertThatThrownBy(() -> use(other, 1)).isInstanceOf(TooManyRequestsException.class);
	}

	@Test
	void eachCountsForThemselves() {
		RateLimits limits = new RateLimits(this.redis);
		use(limits, 3);

		assertThatCode(() -> limits.require("test", UUID.randomUUID().toString(), 3, HOUR)).doesNotThrowAnyException();
		assertThatCode(() -> limits.require("other", this.somebody, 3, HOUR)).doesNotThrowAnyException();
	}

	@Test
	void theyOutliveAConnectionThatWasStoppedAndStartedAgain() {
		RateLimits limits = new RateLimits(this.redis);
		use(limits, 2);

		this.redis.stop();
		this.redis.start();

		use(limits, 1);
		assertThatThrownBy(() -> use(limits, 1)).isInstanceOf(TooManyRequestsException.class);
	}

	private void use(RateLimits limits, int times) {
		for (int i = 0; i < times; i++) {
			limits.require("test", this.somebody, 3, HOUR);
		}
	}

	@ImportAutoConfiguration(DataRedisAutoConfiguration.class)
	static class Client {

	}

}
