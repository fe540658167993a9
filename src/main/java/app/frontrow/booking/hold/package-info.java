/**
 * Holds seats for a member until they are paid, given up, or their time has passed.
 */
package app.frontrow.booking.hold;
