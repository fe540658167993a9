package app.frontrow.shared.store;

import java.time.Duration;
import java.util.stream.LongStream;

import app.frontrow.rules.ProvesRule;
import io.lettuce.core.resource.ClientResources;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class RedisConfigurationTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
		.withUserConfiguration(RedisConfiguration.class);

	@Test
	@ProvesRule(rule = "An instance comes back soon after Redis does", guard = "RedisConfiguration",
			brokenBy = "using the delays of the client")
	void reconnectionIsTriedSeveralTimesASecondAfterAnyOutage() {
		this.application.run((context) -> {
			ClientResources resources = context.getBean(ClientResources.class);

			assertThat(LongStream.rangeClosed(1, 50))
				.allSatisfy((attempt) -> assertThat(resources.reconnectDelay().createDelay(attempt))
					.isBetween(Duration.ofMillis(10), Duration.ofMillis(250)));
		});
	}

}
