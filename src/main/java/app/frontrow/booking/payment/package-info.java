/**
 * Payments and tickets, and the end of a pass after its last payment.
 */
@NullMarked
package app.frontrow.booking.payment;

import org.jspecify.annotations.NullMarked;
