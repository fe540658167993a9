package app.frontrow.stores;

import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The stores of this JVM's tests, shared by all application contexts: the first one
 * starts them, the last one to close stops them.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import(StoreConnectionConfiguration.class)
class TestStores {

	/** Of this JVM and of those that ran before it in the same place. */
	static final Path DATA = Path.of("target", "stores", System.getProperty("stores.fork", "fork-1"));

	private static final Stores SHARED = Stores.forTests(Path.of(".frontrow"), DATA);

	static {
		// what comes is waited for, on however busy a machine
		Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
	}

	@Bean(destroyMethod = "close")
	Stores stores() {
		SHARED.open();
		try {
			DatabaseVersion.write(SHARED, DATA.resolveSibling("database.version"));
			return SHARED;
		}
		catch (RuntimeException ex) {
			SHARED.close();
			throw ex;
		}
	}

	/** Where there is a database. */
	@Bean
	static BeanPostProcessor testJdbcTemplates() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof JdbcTemplate template) ? new TestJdbcTemplate(template.getDataSource()) : bean;
			}
		};
	}

}
