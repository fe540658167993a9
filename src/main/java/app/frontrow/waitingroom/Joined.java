package app.frontrow.waitingroom;

import app.frontrow.waitingroom.place.QueuePlace;

/**
 * What came of joining.
 *
 * @param place the member's place
 * @param created whether it is a new one
 */
public record Joined(QueuePlace place, boolean created) {
}
