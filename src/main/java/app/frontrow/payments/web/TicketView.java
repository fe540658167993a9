package app.frontrow.payments.web;

/**
 * A ticket.
 *
 * @param code what the door reads
 */
record TicketView(String code, OrderSeatView seat, QrCode qr) {
}
