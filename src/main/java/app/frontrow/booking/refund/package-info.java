/**
 * Refunds of whole orders and of single tickets: what is kept by which rule, and what was
 * given back.
 */
@NamedInterface("refund")
@NullMarked
package app.frontrow.booking.refund;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
