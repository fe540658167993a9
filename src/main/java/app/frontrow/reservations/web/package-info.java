/**
 * Pages and API of shows and seats.
 */
package app.frontrow.reservations.web;
