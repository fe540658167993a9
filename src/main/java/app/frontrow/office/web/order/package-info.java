/**
 * Pages and API for the orders of the ticket office.
 */
@NullMarked
package app.frontrow.office.web.order;

import org.jspecify.annotations.NullMarked;
