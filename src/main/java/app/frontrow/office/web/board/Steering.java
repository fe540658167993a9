package app.frontrow.office.web.board;

import java.time.Instant;

import app.frontrow.waitingroom.policy.QueueControl;

/**
 * A change of the queue's controls: who made it, when, and what they are since.
 */
record Steering(Instant at, String who, QueueControl control) {
}
