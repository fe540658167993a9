package app.frontrow.waitingroom.policy;

/**
 * The controls of a waiting room were changed, in the running transaction.
 */
public record QueueSteered(long concertId, QueueControl before, QueueControl after) {
}
