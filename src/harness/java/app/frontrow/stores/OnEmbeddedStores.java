package app.frontrow.stores;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

import org.springframework.test.context.TestPropertySource;

/**
 * As {@link OnRealStores}, for tests that stop, kill or freeze a store: these leave alone
 * what the environment names, and wait for a store no longer than the product does.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@OnRealStores
@TestPropertySource(properties = { "spring.data.redis.timeout=2s", "spring.datasource.hikari.connection-timeout=6000",
		"spring.datasource.hikari.data-source-properties.socketTimeout=10000" })
@DisabledIfEnvironmentVariable(named = "TEST_JDBC_URL", matches = ".+",
		disabledReason = "TEST_JDBC_URL names a running store, which tests do not stop")
@DisabledIfEnvironmentVariable(named = "TEST_REDIS_URL", matches = ".+",
		disabledReason = "TEST_REDIS_URL names a running store, which tests do not stop")
public @interface OnEmbeddedStores {

}
