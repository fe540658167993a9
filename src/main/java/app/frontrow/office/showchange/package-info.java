/**
 * Shows that fall through: they are cancelled or moved, and a job follows up their
 * orders.
 */
package app.frontrow.office.showchange;
