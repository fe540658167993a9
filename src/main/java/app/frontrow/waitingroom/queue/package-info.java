/**
 * The work on a queue: joining, polling, the tick, and what a member and the monitoring
 * see.
 */
package app.frontrow.waitingroom.queue;
