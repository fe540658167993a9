/**
 * Pages and API of reservations, checkout, payments and tickets.
 */
@NullMarked
package app.frontrow.booking.web.order;

import org.jspecify.annotations.NullMarked;
