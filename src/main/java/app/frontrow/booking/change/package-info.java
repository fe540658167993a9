/**
 * Tells members what has changed of a show that they have bought.
 */
package app.frontrow.booking.change;
