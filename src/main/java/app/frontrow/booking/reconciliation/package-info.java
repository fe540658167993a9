/**
 * Compares seats, payments, tickets and wallets with each other.
 */
@NamedInterface("reconciliation")
package app.frontrow.booking.reconciliation;

import org.springframework.modulith.NamedInterface;
