/**
 * The seats of a show: their rows, the seat map, and suggestions for a choice.
 */
@NullMarked
package app.frontrow.booking.seat;

import org.jspecify.annotations.NullMarked;
