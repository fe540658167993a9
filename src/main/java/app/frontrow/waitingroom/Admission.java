package app.frontrow.waitingroom;

/**
 * What the gate learned about an admitted member, handed on so that one request asks the
 * waiting room once.
 *
 * @param pass the right to be inside
 * @param place the place, with the time that is left
 */
public record Admission(Pass pass, QueuePlace place) {
}
