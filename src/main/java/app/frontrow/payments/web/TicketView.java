package app.frontrow.payments.web;

/**
 * A ticket as it is shown at the door.
 *
 * @param code what the door reads
 * @param seat where its holder sits
 * @param qr the code as a picture
 */
record TicketView(String code, OrderSeat seat, QrCode qr) {
}
