/**
 * The ongoing items of a member, which every page shows: places in queues, turns and
 * holds.
 */
@NullMarked
package app.frontrow.booking.web.ongoing;

import org.jspecify.annotations.NullMarked;
