/**
 * Pages and addresses of the API with which the staff changes seats by hand.
 */
package app.frontrow.office.web.seat;
