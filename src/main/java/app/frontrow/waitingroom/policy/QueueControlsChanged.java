package app.frontrow.waitingroom.policy;

/**
 * The controls of a waiting room were changed. The transaction of the change is still
 * running.
 */
public record QueueControlsChanged(long concertId, QueueControl before, QueueControl after) {
}
