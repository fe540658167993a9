package app.frontrow.payments.web;

import java.time.Clock;

import app.frontrow.catalogue.Catalogue;
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
class OrderViews {

	private final Catalogue catalogue;

	private final MessageSource messages;

	private final Clock clock;

	OrderViews(Catalogue catalogue, MessageSource messages, Clock clock) {
		this.catalogue = catalogue;
		this.messages = messages;
		this.clock = clock;
	}

	OrderView of(Order order, long balance) {
		Concert concert = concert(order.reservation().concertId());
		String title = (concert != null) ? concert.title()
				: this.messages.getMessage("order.concert-gone", null, LocaleContextHolder.getLocale());
		return OrderView.of(order, title, (concert != null) ? concert.venue() : null, balance, this.clock.instant());
	}

	private Concert concert(long concertId) {
		try {
			return this.catalogue.concert(concertId);
		}
		catch (NotFoundException gone) {
			return null;
		}
	}

}
