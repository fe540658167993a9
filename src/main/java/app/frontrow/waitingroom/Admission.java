package app.frontrow.waitingroom;

import java.time.Duration;

import app.frontrow.waitingroom.place.Pass;
import app.frontrow.waitingroom.place.QueuePlace;

/**
 * The admission of a member at the time of a request. The request passes it on, so that
 * it asks the waiting room only once.
 *
 * @param pass the member's pass
 * @param place the member's place, with the remaining time of the pass
 * @param remainingPassTime the time until the pass would end without a hold; negative if
 * only a hold prolongs the pass
 */
public record Admission(Pass pass, QueuePlace place, Duration remainingPassTime) {
}
