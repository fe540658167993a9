/**
 * Payments and tickets, and the end of a pass after its last payment.
 */
package app.frontrow.booking.payment;
