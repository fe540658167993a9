/**
 * Shows that fall through: they are cancelled or moved, and a job follows up their
 * orders.
 */
@NullMarked
package app.frontrow.office.showchange;

import org.jspecify.annotations.NullMarked;
