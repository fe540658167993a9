/**
 * Pages and API to cancel and move shows.
 */
@NullMarked
package app.frontrow.office.web.showchange;

import org.jspecify.annotations.NullMarked;
