package app.frontrow.waitingroom;

/**
 * One concert's queue, for one call: on what terms it moves, and what this instance knows
 * of it.
 */
record Queue(long concertId, QueueTerms terms, QueueMemory memory) {
}
