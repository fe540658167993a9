/**
 * The work on a queue: joining, polling, the tick, and the views for members and
 * monitoring.
 */
package app.frontrow.waitingroom.queue;
