/**
 * Reservations, their seats and statuses, and the refusals about them.
 */
package app.frontrow.booking.reservation;
