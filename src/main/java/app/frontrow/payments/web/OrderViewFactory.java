package app.frontrow.payments.web;

import java.time.Clock;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.Concert;
import app.frontrow.payments.Order;
import app.frontrow.shared.NotFoundException;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Collects the data of an order's page.
 */
@Component
class OrderViewFactory {

	private final CatalogueQueryService catalogue;

	private final MessageSource messages;

	private final Clock clock;

	OrderViewFactory(CatalogueQueryService catalogue, MessageSource messages, Clock clock) {
		this.catalogue = catalogue;
		this.messages = messages;
		this.clock = clock;
	}

	OrderView create(Order order, long balance) {
		Concert concert = findConcert(order.reservation().concertId());
		String title = (concert != null) ? concert.title()
				: this.messages.getMessage("order.concert-gone", null, LocaleContextHolder.getLocale());
		return OrderView.of(order, title, (concert != null) ? concert.venue() : null, balance, this.clock.instant());
	}

	private Concert findConcert(long concertId) {
		try {
			return this.catalogue.getConcert(concertId);
		}
		catch (NotFoundException gone) {
			return null;
		}
	}

}
