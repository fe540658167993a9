package app.frontrow.waitingroom.web;

import app.frontrow.shared.web.EarlyAnswerFilter;
import app.frontrow.waitingroom.WaitingRoom;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the filter for polls in front of sessions and security, for its own address only.
 */
@Configuration(proxyBeanMethods = false)
class QueuePollConfiguration {

	@Bean
	@FilterRegistration(urlPatterns = QueuePollFilter.PATH, order = EarlyAnswerFilter.ORDER)
	QueuePollFilter queuePolls(WaitingRoom waitingRoom, JsonMapper json, MeterRegistry meters) {
		return new QueuePollFilter(waitingRoom, json, meters);
	}

}
