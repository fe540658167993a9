/**
 * Mails about bookings.
 */
package app.frontrow.booking.web.mail;
