/**
 * Tells members about changes of shows that they have bought.
 */
@NullMarked
package app.frontrow.booking.change;

import org.jspecify.annotations.NullMarked;
