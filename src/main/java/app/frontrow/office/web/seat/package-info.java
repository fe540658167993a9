/**
 * Pages and addresses of the API with which the staff changes seats by hand.
 */
@NullMarked
package app.frontrow.office.web.seat;

import org.jspecify.annotations.NullMarked;
