/**
 * Reservations, checkout, payments and tickets, as pages and over the API.
 */
package app.frontrow.payments.web;
