/**
 * Pages and API to cancel and move shows.
 */
package app.frontrow.office.web.showchange;
