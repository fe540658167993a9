/**
 * Pages and API of shows and seats, and the form that holds seats.
 */
@NullMarked
package app.frontrow.booking.web.seat;

import org.jspecify.annotations.NullMarked;
