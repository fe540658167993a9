/**
 * The work on a queue: joining, polling, the tick, and the views for members and
 * monitoring.
 */
@NullMarked
package app.frontrow.waitingroom.queue;

import org.jspecify.annotations.NullMarked;
