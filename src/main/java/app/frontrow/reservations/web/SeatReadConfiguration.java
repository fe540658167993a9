package app.frontrow.reservations.web;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.reservations.SeatMap;
import app.frontrow.shared.web.EarlyAnswerFilter;
import app.frontrow.shared.web.WrittenJson;
import app.frontrow.waitingroom.WaitingRoom;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the filter for seats behind sessions and in front of security, for its addresses
 * alone.
 */
@Configuration(proxyBeanMethods = false)
class SeatReadConfiguration {

	@Bean
	FilterRegistrationBean<SeatReadFilter> seatReads(Catalogue catalogue, SeatMap seatMap, WaitingRoom waitingRoom,
			WrittenJson json) {
		FilterRegistrationBean<SeatReadFilter> registration = new FilterRegistrationBean<>(
				new SeatReadFilter(catalogue, seatMap, waitingRoom, json));
		registration.addUrlPatterns(SeatReadFilter.SHOWS + "*");
		registration.setOrder(EarlyAnswerFilter.ORDER_WITH_SESSION);
		return registration;
	}

}
