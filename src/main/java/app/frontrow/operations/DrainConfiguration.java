package app.frontrow.operations;

import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Puts the drain in front of everything that answers requests.
 */
@Configuration(proxyBeanMethods = false)
class DrainConfiguration {

	@Bean
	@FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE)
	DrainFilter drainFilter(DrainService drain) {
		return new DrainFilter(drain);
	}

}
