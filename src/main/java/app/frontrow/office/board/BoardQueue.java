package app.frontrow.office.board;

import java.time.Instant;

import app.frontrow.waitingroom.QueueFigures;
import app.frontrow.waitingroom.policy.QueueControl;
import app.frontrow.waitingroom.policy.QueueMode;
import jakarta.annotation.Nullable;

/**
 * The waiting room on the board: its controls, and what it has counted.
 *
 * @param waiting members who may still be admitted
 * @param inside members with a pass
 * @param admitted passes given so far
 * @param absent members who left or were passed over so far
 * @param admissionsPerMinute the rate of the latest admissions; null if there are too few
 * @param waitSeconds how long somebody who joins now will wait; null if it is not known
 * @param countedAt when the counts were right; null if the queue is not live
 */
public record BoardQueue(QueueMode mode, int capacity, double admissionsPerSecond, @Nullable String message,
		long waiting, long inside, long admitted, long absent, @Nullable Double admissionsPerMinute,
		@Nullable Long waitSeconds, @Nullable Instant countedAt) {

	static BoardQueue of(QueueControl control, QueueFigures figures) {
		return new BoardQueue(control.mode(), control.capacity(), control.admissionsPerSecond(), control.message(),
				figures.waiting(), figures.inside(), figures.admitted(), figures.absent(),
				figures.admissionsPerMinute(), figures.waitSeconds(), figures.asOf());
	}

	/** The figures of a queue that is not live, in which nobody waits. */
	static BoardQueue ofQuietQueue(QueueControl control, long admitted) {
		return new BoardQueue(control.mode(), control.capacity(), control.admissionsPerSecond(), control.message(), 0,
				0, admitted, 0, null, null, null);
	}

}
