/**
 * Compares seats, money and payments, on request and regularly.
 */
package app.frontrow.office.reconciliation;
