package app.frontrow.waitingroom.memory;

import app.frontrow.waitingroom.policy.QueueTerms;

/**
 * The queue of one concert, for one call: its terms, and this instance's memory of it.
 */
public record QueueContext(long concertId, QueueTerms terms, QueueMemory memory) {
}
