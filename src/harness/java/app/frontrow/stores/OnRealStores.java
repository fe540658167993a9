package app.frontrow.stores;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Runs a Spring test on a real database and a real Redis. Goes beside
 * {@code @SpringBootTest} (or a slice); the bean {@link Stores} tells where they are.
 *
 * <p>
 * They are embedded ones, shared by all tests of the JVM, unless the environment names
 * others: {@code TEST_JDBC_URL} with {@code TEST_JDBC_USER} and
 * {@code TEST_JDBC_PASSWORD}, an empty database; {@code TEST_REDIS_URL}.
 *
 * <p>
 * A store that answers late, on a machine that stood still for a while, is waited for:
 * that is no outage.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Import(TestStores.class)
@TestPropertySource(properties = { "spring.data.redis.timeout=1m", "spring.datasource.hikari.connection-timeout=60000",
		"spring.datasource.hikari.data-source-properties.socketTimeout=60000" })
public @interface OnRealStores {

}
