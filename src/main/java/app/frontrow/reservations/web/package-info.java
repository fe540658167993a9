/**
 * Dates and the seat map, as pages and over the API.
 */
package app.frontrow.reservations.web;
