package app.frontrow.reservations.web;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.reservations.SeatMap;
import app.frontrow.shared.web.EarlyAnswerFilter;
import app.frontrow.shared.web.WrittenJson;
import app.frontrow.waitingroom.WaitingRoom;

import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Registers the filter after sessions and before security, only for its own addresses.
 */
@Configuration(proxyBeanMethods = false)
class SeatReadConfiguration {

	@Bean
	@FilterRegistration(urlPatterns = SeatReadFilter.SHOWS + "*", order = EarlyAnswerFilter.ORDER_WITH_SESSION)
	SeatReadFilter seatReads(Catalogue catalogue, SeatMap seatMap, WaitingRoom waitingRoom, WrittenJson json) {
		return new SeatReadFilter(catalogue, seatMap, waitingRoom, json);
	}

}
