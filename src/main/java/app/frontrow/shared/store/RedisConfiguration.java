package app.frontrow.shared.store;

import java.time.Duration;

import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;

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

	/** More commands than this are never waiting for one call to the kernel. */
	private static final int COMMANDS_PER_FLUSH = 256;

	@Bean
	ClientResourcesBuilderCustomizer promptReconnection() {
		return (resources) -> resources.reconnectDelay(Delay.constant(BETWEEN_ATTEMPTS));
	}

	/**
	 * Sends the commands of many requests together. Commands that wait for the client's
	 * thread at the same moment need one call to the kernel instead of one each.
	 */
	@Bean
	ClientResourcesBuilderCustomizer sharedFlushes() {
		return (resources) -> resources.nettyCustomizer(new NettyCustomizer() {
			@Override
			public void afterChannelInitialized(Channel channel) {
				channel.pipeline().addFirst(new FlushConsolidationHandler(COMMANDS_PER_FLUSH, true));
			}
		});
	}

}
