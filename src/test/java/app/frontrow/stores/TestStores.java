package app.frontrow.stores;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * The stores of this JVM's tests, shared by all application contexts: the first one
 * starts them, the last one to close stops them.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import(StoreConnections.class)
class TestStores {

	private static final Stores SHARED = Stores.forTests(Path.of(".frontrow"), Path.of("target", "stores"));

	private static final String TOKEN_KEY = Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32));

	@Bean(destroyMethod = "close")
	Stores stores() {
		return SHARED.open();
	}

	@Bean
	DynamicPropertyRegistrar tokenKey() {
		return (registry) -> registry.add("frontrow.token-key", () -> TOKEN_KEY);
	}

}
