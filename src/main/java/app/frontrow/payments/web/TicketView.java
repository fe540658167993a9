package app.frontrow.payments.web;

/**
 * A ticket for the door.
 *
 * @param code what the door reads
 * @param qr the code as a picture
 */
record TicketView(String code, OrderSeat seat, QrCode qr) {
}
