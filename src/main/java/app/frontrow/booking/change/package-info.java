/**
 * Tells members what has changed of a show that they have bought.
 */
@NullMarked
package app.frontrow.booking.change;

import org.jspecify.annotations.NullMarked;
