package app.frontrow.waitingroom.memory;

import app.frontrow.waitingroom.policy.QueueTerms;

/**
 * What one call needs to know about a concert's queue: its current terms, and this
 * instance's memory of it.
 */
public record QueueContext(long concertId, QueueTerms terms, QueueMemory memory) {
}
