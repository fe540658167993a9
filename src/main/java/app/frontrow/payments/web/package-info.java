/**
 * Pages and API of reservations, checkout, payments and tickets.
 */
package app.frontrow.payments.web;
