/**
 * What a member has under way, shown on every page.
 */
@NullMarked
package app.frontrow.booking.web.thread;

import org.jspecify.annotations.NullMarked;
