package app.frontrow.waitingroom.queue;

import app.frontrow.waitingroom.memory.QueueSnapshot;

/**
 * How a queue stands.
 *
 * @param waiting members who may still be let in
 * @param inside members with a pass
 * @param admitted members let in so far
 * @param lapsed members who left or were passed over so far
 */
public record QueueFigures(long waiting, long inside, long admitted, long lapsed) {

	public static QueueFigures of(QueueSnapshot queue) {
		return new QueueFigures(queue.undecided(), queue.inside(), queue.admittedCount(), queue.lapsedCount());
	}

}
