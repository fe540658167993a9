package app.frontrow.waitingroom.memory;

import java.util.SortedSet;

/**
 * A queue with all its ended places, at one moment. Redis and the API call them dead.
 *
 * @param endedPlaces places behind the front whose members will not be admitted; the set
 * must not be changed
 */
public record QueueWithEndedPlaces(QueueSnapshot snapshot, SortedSet<Long> endedPlaces) {
}
