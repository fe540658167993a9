/**
 * Compares seats, payments, tickets and wallets with each other.
 */
@NamedInterface("reconciliation")
@NullMarked
package app.frontrow.booking.reconciliation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
