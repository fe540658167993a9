package app.frontrow.shared.store;

import java.time.Duration;

import io.lettuce.core.resource.Delay;

import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How this instance comes back to a Redis that was away: within a moment of its return,
 * however long it was gone. A Redis that has lost something is told it by the instances,
 * and one that comes back late would leave that to instances that know less.
 */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

	/** Well below the time in which instances tell Redis what it has lost. */
	private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

	@Bean
	ClientResourcesBuilderCustomizer promptReconnection() {
		return (resources) -> resources.reconnectDelay(Delay.constant(BETWEEN_ATTEMPTS));
	}

}
