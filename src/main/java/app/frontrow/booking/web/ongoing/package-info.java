/**
 * What a member has under way, shown on every page.
 */
@NullMarked
package app.frontrow.booking.web.ongoing;

import org.jspecify.annotations.NullMarked;
