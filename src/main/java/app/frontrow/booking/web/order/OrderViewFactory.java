package app.frontrow.booking.web.order;

import java.time.Clock;

import app.frontrow.booking.Order;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.shared.error.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Collects the data of an order's page.
 */
@Component
public class OrderViewFactory {

	private final CatalogueQueryService catalogue;

	private final MessageSource messages;

	private final Clock clock;

	OrderViewFactory(CatalogueQueryService catalogue, MessageSource messages, Clock clock) {
		this.catalogue = catalogue;
		this.messages = messages;
		this.clock = clock;
	}

	public OrderView create(Order order, long balance) {
		Concert concert = findConcert(order.reservation().concertId());
		String title = (concert != null) ? concert.title()
				: this.messages.getMessage("order.concert-gone", null, LocaleContextHolder.getLocale());
		return OrderView.of(order, title, (concert != null) ? concert.venue() : null,
				(concert != null) ? concert.visit() : null, balance, this.clock.instant());
	}

	private @Nullable Concert findConcert(long concertId) {
		try {
			return this.catalogue.getConcert(concertId).inLanguage(LocaleContextHolder.getLocale());
		}
		catch (NotFoundException gone) {
			return null;
		}
	}

}
