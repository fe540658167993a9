package app.frontrow.payments.web;

/**
 * A ticket.
 *
 * @param code what the door reads
 */
record TicketView(String code, OrderSeat seat, QrCode qr) {
}
