package app.frontrow.payments.web;

import java.time.Clock;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.payments.Order;
import app.frontrow.shared.NotFoundException;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Puts together what the pages say about an order.
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
		return OrderView.of(order, title(order.reservation().concertId()), balance, this.clock.instant());
	}

	private String title(long concertId) {
		try {
			return this.catalogue.concert(concertId).title();
		}
		catch (NotFoundException gone) {
			return this.messages.getMessage("order.concert-gone", null, LocaleContextHolder.getLocale());
		}
	}

}
