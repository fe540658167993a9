package app.frontrow.stores;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Runs a Spring test with a Redis Cluster of its own, which ends with the test class. The
 * context is configured as an installation would be.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Import(OnRedisCluster.Cluster.class)
@DirtiesContext
@DisabledIfEnvironmentVariable(named = "TEST_REDIS_URL", matches = ".+",
		disabledReason = "TEST_REDIS_URL names a Redis, and the test wants a cluster of its own")
public @interface OnRedisCluster {

	/**
	 * The cluster, and where it is.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	class Cluster {

		@Bean
		RedisCluster redisCluster() {
			return RedisCluster.start();
		}

		@Bean
		DynamicPropertyRegistrar whereTheClusterIs(RedisCluster cluster) {
			return (properties) -> {
				properties.add("spring.data.redis.cluster.nodes", cluster::addresses);
				properties.add("spring.data.redis.password", cluster::password);
			};
		}

	}

}
