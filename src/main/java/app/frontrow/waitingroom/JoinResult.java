package app.frontrow.waitingroom;

import app.frontrow.waitingroom.place.QueuePlace;

/**
 * The result of joining.
 *
 * @param place the member's place
 * @param created whether the place is new
 */
public record JoinResult(QueuePlace place, boolean created) {
}
