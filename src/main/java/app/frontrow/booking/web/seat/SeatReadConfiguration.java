package app.frontrow.booking.web.seat;

import app.frontrow.booking.seat.SeatMapService;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.shared.web.api.JsonCache;
import app.frontrow.shared.web.http.EarlyAnswerFilter;
import app.frontrow.waitingroom.WaitingRoomService;

import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Registers the filter for its addresses only. It runs after the session filter and
 * before Spring Security.
 */
@Configuration(proxyBeanMethods = false)
class SeatReadConfiguration {

	@Bean
	@FilterRegistration(urlPatterns = SeatReadFilter.SHOWS + "*", order = EarlyAnswerFilter.ORDER_WITH_SESSION)
	SeatReadFilter seatReads(CatalogueQueryService catalogue, SeatMapService seatMap, WaitingRoomService waitingRoom,
			JsonCache json) {
		return new SeatReadFilter(catalogue, seatMap, waitingRoom, json);
	}

}
