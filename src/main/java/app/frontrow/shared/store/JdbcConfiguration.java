package app.frontrow.shared.store;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Provides the template that refuses to write outside a transaction.
 */
@Configuration(proxyBeanMethods = false)
class JdbcConfiguration {

	@Bean
	GuardedJdbcTemplate jdbcTemplate(DataSource dataSource) {
		return new GuardedJdbcTemplate(dataSource);
	}

}
