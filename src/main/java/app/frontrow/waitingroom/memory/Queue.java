package app.frontrow.waitingroom.memory;

import app.frontrow.waitingroom.policy.QueueTerms;

/**
 * One concert's queue, for one call: on what terms it moves, and what this instance knows
 * of it.
 */
public record Queue(long concertId, QueueTerms terms, QueueMemory memory) {
}
