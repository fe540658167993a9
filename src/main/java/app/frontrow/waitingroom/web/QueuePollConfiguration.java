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
 * Puts the filter for polls in front of sessions and security, for its own address only.
 * It also lets the polls of pages past security.
 */
@Configuration(proxyBeanMethods = false)
class QueuePollConfiguration {

	@Bean
	@FilterRegistration(urlPatterns = QueuePollFilter.PATH, order = EarlyAnswerFilter.ORDER)
	QueuePollFilter queuePolls(WaitingRoomService waitingRoom, JsonMapper json, MeterRegistry meters) {
		return new QueuePollFilter(waitingRoom, json, meters);
	}

	/** A poll for a page carries its queue token, and needs no filter of security. */
	@Bean
	@Order(0)
	SecurityFilterChain pagePolls() {
		return new DefaultSecurityFilterChain(
				PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/concerts/*/queue/place"));
	}

}
