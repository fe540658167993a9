/**
 * Holds seats for a member until the member pays, gives them up, or the hold expires.
 */
package app.frontrow.booking.hold;
