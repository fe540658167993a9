/**
 * Pages and API for the orders of the ticket office.
 */
package app.frontrow.office.web.order;
