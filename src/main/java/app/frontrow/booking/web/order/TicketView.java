package app.frontrow.booking.web.order;

/**
 * A ticket.
 *
 * @param code what the door reads
 */
public record TicketView(String code, OrderSeatView seat, QrCode qr) {
}
