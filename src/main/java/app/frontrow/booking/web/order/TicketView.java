package app.frontrow.booking.web.order;

import app.frontrow.shared.web.page.QrCode;

/**
 * A ticket on the page of a reservation.
 *
 * @param code the code that is scanned at the entrance
 */
public record TicketView(String code, OrderSeatView seat, QrCode qr) {
}
