package app.frontrow.office.order;

import java.util.Locale;

import app.frontrow.booking.reservation.ReservationStatus;
import org.jspecify.annotations.Nullable;

/**
 * The search fields of the staff for orders.
 *
 * @param text a booking number, the code of a ticket, the id of an order, the beginning
 * of a username or display name, or with a concert the number of a seat; empty for all
 * @param concertId null for all
 * @param status null for any
 */
public record OrderQuery(String text, @Nullable Long concertId, @Nullable ReservationStatus status) {

	private static final int BOOKING_NUMBER = 8;

	/**
	 * Returns the text as a booking number, however it was typed; empty if it is no
	 * booking number.
	 */
	String bookingNumber() {
		String number = this.text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
		return (number.length() == BOOKING_NUMBER && number.matches("[0-9A-Z]+")) ? number : "";
	}

	/** Returns the text as the number of a seat, or 0. */
	int seatNumber() {
		return (this.concertId != null && this.text.matches("\\d{1,2}")) ? Integer.parseInt(this.text) : 0;
	}

	boolean isForAll() {
		return this.text.isEmpty();
	}

}
