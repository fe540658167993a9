/**
 * The calendar of concerts.
 */
@NullMarked
package app.frontrow.catalogue.web.calendar;

import org.jspecify.annotations.NullMarked;
