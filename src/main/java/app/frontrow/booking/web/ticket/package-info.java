/**
 * What a member keeps of a paid reservation: single tickets, the receipt and the calendar
 * file.
 */
package app.frontrow.booking.web.ticket;
