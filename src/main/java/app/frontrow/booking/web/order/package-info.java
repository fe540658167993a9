/**
 * Pages and API of reservations, checkout, payments and tickets.
 */
package app.frontrow.booking.web.order;
