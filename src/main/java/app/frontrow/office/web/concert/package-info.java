/**
 * Pages and API for the concerts of the ticket office.
 */
@NullMarked
package app.frontrow.office.web.concert;

import org.jspecify.annotations.NullMarked;
