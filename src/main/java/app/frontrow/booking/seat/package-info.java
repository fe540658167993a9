/**
 * The seats of a show: which are free, the map, and the advice for a choice.
 */
package app.frontrow.booking.seat;
