/**
 * Pages and API for the concerts of the ticket office.
 */
package app.frontrow.office.web.concert;
