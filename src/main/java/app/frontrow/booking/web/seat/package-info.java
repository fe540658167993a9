/**
 * Pages and API of shows and seats, and the form that holds seats.
 */
package app.frontrow.booking.web.seat;
