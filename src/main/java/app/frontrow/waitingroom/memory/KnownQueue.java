package app.frontrow.waitingroom.memory;

import java.util.SortedSet;

/**
 * A queue with all its dead places, at one moment.
 *
 * @param deadPlaces the decided places behind the front; not to be changed
 */
public record KnownQueue(QueueSnapshot snapshot, SortedSet<Long> deadPlaces) {
}
