package app.frontrow.waitingroom.web;

import app.frontrow.shared.web.EarlyAnswerFilter;
import app.frontrow.waitingroom.WaitingRoom;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the filter for polls in front of sessions and security, for its address alone.
 */
@Configuration(proxyBeanMethods = false)
class QueuePollConfiguration {

	@Bean
	FilterRegistrationBean<QueuePollFilter> queuePolls(WaitingRoom waitingRoom, JsonMapper json, MeterRegistry meters) {
		FilterRegistrationBean<QueuePollFilter> registration = new FilterRegistrationBean<>(
				new QueuePollFilter(waitingRoom, json, meters));
		registration.addUrlPatterns(QueuePollFilter.PATH);
		registration.setOrder(EarlyAnswerFilter.ORDER);
		return registration;
	}

}
