/**
 * The rules of a queue: the settings, and what the ticket office changes while the queue
 * runs.
 */
package app.frontrow.waitingroom.policy;
