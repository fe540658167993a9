package app.frontrow.waitingroom;

import java.time.Duration;

import app.frontrow.waitingroom.place.Pass;
import app.frontrow.waitingroom.place.QueuePlace;

/**
 * An admitted member, as one request found them. It is handed on, so that the request
 * asks the waiting room once.
 *
 * @param pass the right to be inside
 * @param place the place, with the time that is left
 * @param remainingPassTime what is left of the own time of the pass; negative if only a
 * hold keeps the pass alive
 */
public record Admission(Pass pass, QueuePlace place, Duration remainingPassTime) {
}
