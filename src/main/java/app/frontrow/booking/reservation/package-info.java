/**
 * A reservation, its seats, its statuses, and the refusals around it.
 */
package app.frontrow.booking.reservation;
