/**
 * Limits how often one member may join or poll.
 */
package app.frontrow.waitingroom.limit;
