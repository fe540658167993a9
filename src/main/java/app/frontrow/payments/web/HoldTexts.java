package app.frontrow.payments.web;

import java.util.List;

import app.frontrow.reservations.SeatNames;
import app.frontrow.reservations.SeatTakenException;
import app.frontrow.shared.Refusal;
import app.frontrow.shared.web.Flash;
import app.frontrow.shared.web.Flashes;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Messages about refused holds. They name seats by row, as the map does.
 */
@Component
class HoldTexts {

	private final Flashes flashes;

	private final SeatNames names;

	private final MessageSource messages;

	HoldTexts(Flashes flashes, SeatNames names, MessageSource messages) {
		this.flashes = flashes;
		this.names = names;
		this.messages = messages;
	}

	Flash flash(Refusal refusal) {
		if (!refusal.code().equals(SeatTakenException.CODE)) {
			return this.flashes.of(refusal);
		}
		Object[] taken = { this.names.of(taken(refusal)) };
		return new Flash(this.messages.getMessage("seats.taken", taken, LocaleContextHolder.getLocale()),
				refusal.code().code());
	}

	/** Returns the numbers of the taken seats. */
	List<Integer> taken(Refusal refusal) {
		return (refusal.details().get("seatNumbers") instanceof List<?> numbers)
				? numbers.stream().map((number) -> ((Number) number).intValue()).toList() : List.of();
	}

}
