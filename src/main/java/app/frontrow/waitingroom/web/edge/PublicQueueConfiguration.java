package app.frontrow.waitingroom.web.edge;

import app.frontrow.shared.web.http.EarlyAnswerFilter;

import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Registers the filter before sessions and security, only for addresses of concerts.
 */
@Configuration(proxyBeanMethods = false)
class PublicQueueConfiguration {

	@Bean
	@FilterRegistration(urlPatterns = PublicQueueFilter.CONCERTS + "*", order = EarlyAnswerFilter.ORDER)
	PublicQueueFilter publicQueues(PublicQueueJson states) {
		return new PublicQueueFilter(states);
	}

}
