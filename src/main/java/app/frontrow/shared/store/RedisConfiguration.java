package app.frontrow.shared.store;

import java.time.Duration;

import io.lettuce.core.resource.Delay;

import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes this instance reconnect to Redis soon after Redis is available again, however
 * long the outage was. If Redis has lost data, the instances restore it. So the instance
 * with the newest knowledge must not come too late.
 */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

	/** This is much shorter than the time in which instances restore lost data. */
	private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

	@Bean
	ClientResourcesBuilderCustomizer promptReconnection() {
		return (resources) -> resources.reconnectDelay(Delay.constant(BETWEEN_ATTEMPTS));
	}

}
