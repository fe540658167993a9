/**
 * Mails about bookings.
 */
@NullMarked
package app.frontrow.booking.web.mail;

import org.jspecify.annotations.NullMarked;
