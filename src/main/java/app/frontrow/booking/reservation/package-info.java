/**
 * Reservations, their seats and statuses, and the refusals about them.
 */
@NamedInterface("reservation")
package app.frontrow.booking.reservation;

import org.springframework.modulith.NamedInterface;
