/**
 * Reservations, their seats and statuses, and the refusals about them.
 */
@NamedInterface("reservation")
@NullMarked
package app.frontrow.booking.reservation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
