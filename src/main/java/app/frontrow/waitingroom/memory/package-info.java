/**
 * What one instance knows about a queue without a call to Redis.
 */
package app.frontrow.waitingroom.memory;
