/**
 * The seats of a show: their rows, the seat map, and suggestions for a choice.
 */
package app.frontrow.booking.seat;
