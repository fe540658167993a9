package app.frontrow.shared.store;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * SQL goes through a template that writes only within transactions.
 */
@Configuration(proxyBeanMethods = false)
class JdbcConfiguration {

	@Bean
	GuardedJdbcTemplate jdbcTemplate(DataSource dataSource) {
		return new GuardedJdbcTemplate(dataSource);
	}

}
