/**
 * What a member keeps of a paid reservation: single tickets, the receipt and the calendar
 * file.
 */
@NullMarked
package app.frontrow.booking.web.ticket;

import org.jspecify.annotations.NullMarked;
