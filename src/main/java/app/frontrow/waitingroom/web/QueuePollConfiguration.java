package app.frontrow.waitingroom.web;

import app.frontrow.shared.web.http.EarlyAnswerFilter;
import app.frontrow.waitingroom.WaitingRoomService;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Registers the filter for polls before sessions and Spring Security, for its own address
 * only. It also lets the polls of pages skip the filters of Spring Security.
 */
@Configuration(proxyBeanMethods = false)
class QueuePollConfiguration {

	@Bean
	@FilterRegistration(urlPatterns = QueuePollFilter.PATH, order = EarlyAnswerFilter.ORDER)
	QueuePollFilter queuePolls(WaitingRoomService waitingRoom, JsonMapper json, MeterRegistry meters) {
		return new QueuePollFilter(waitingRoom, json, meters);
	}

	/**
	 * Defines an empty filter chain for the polls of pages, because their queue token is
	 * enough.
	 */
	@Bean
	@Order(0)
	SecurityFilterChain pagePolls() {
		return new DefaultSecurityFilterChain(
				PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/concerts/*/queue/place"));
	}

}
