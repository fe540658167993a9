package app.frontrow.booking.web.seat;

import java.util.List;

import app.frontrow.booking.reservation.SeatTakenException;
import app.frontrow.booking.seat.SeatNameFormatter;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.FlashMessage;
import app.frontrow.shared.web.page.FlashMessageWriter;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Messages about refused holds. They name seats by row, as the map does.
 */
@Component
class HoldMessageFormatter {

	private final FlashMessageWriter flashes;

	private final SeatNameFormatter names;

	private final MessageSource messages;

	HoldMessageFormatter(FlashMessageWriter flashes, SeatNameFormatter names, MessageSource messages) {
		this.flashes = flashes;
		this.names = names;
		this.messages = messages;
	}

	FlashMessage createFlash(Refusal refusal) {
		if (!refusal.code().equals(SeatTakenException.CODE)) {
			return this.flashes.create(refusal);
		}
		Object[] taken = { this.names.format(takenSeats(refusal)) };
		return new FlashMessage(this.messages.getMessage("seats.taken", taken, LocaleContextHolder.getLocale()),
				refusal.code().code());
	}

	/** Returns the numbers of the taken seats. */
	List<Integer> takenSeats(Refusal refusal) {
		return (refusal.details().get("seatNumbers") instanceof List<?> numbers)
				? numbers.stream().map((number) -> ((Number) number).intValue()).toList() : List.of();
	}

}
