package app.frontrow.waitingroom;

import java.time.Duration;

import app.frontrow.waitingroom.place.Pass;
import app.frontrow.waitingroom.place.QueuePlace;

/**
 * What the gate learned about an admitted member, handed on so that one request asks the
 * waiting room once.
 *
 * @param pass the right to be inside
 * @param place the place, with the time that is left
 * @param remainingPassTime what is left of the length of the pass; negative while only a
 * hold keeps it alive
 */
public record Admission(Pass pass, QueuePlace place, Duration remainingPassTime) {
}
