/**
 * The calendar of concerts.
 */
package app.frontrow.catalogue.web.calendar;
