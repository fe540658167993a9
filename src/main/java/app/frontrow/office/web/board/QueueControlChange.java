package app.frontrow.office.web.board;

import java.time.Instant;

import app.frontrow.waitingroom.policy.QueueControl;

/**
 * A change of a queue's controls.
 *
 * @param who the username of the member of the staff who made it
 * @param control the controls after the change
 */
record QueueControlChange(Instant at, String who, QueueControl control) {
}
