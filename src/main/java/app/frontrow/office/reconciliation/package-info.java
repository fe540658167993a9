/**
 * Compares seats, money and payments, on request and regularly.
 */
@NullMarked
package app.frontrow.office.reconciliation;

import org.jspecify.annotations.NullMarked;
