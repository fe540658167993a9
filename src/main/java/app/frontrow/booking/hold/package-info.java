/**
 * Holds seats for a member until the member pays, gives them up, or the hold expires.
 */
@NullMarked
package app.frontrow.booking.hold;

import org.jspecify.annotations.NullMarked;
