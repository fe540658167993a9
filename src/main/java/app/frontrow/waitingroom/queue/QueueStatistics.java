package app.frontrow.waitingroom.queue;

import app.frontrow.waitingroom.memory.QueueSnapshot;

/**
 * The numbers of members in a queue.
 *
 * @param waiting members who may still be admitted
 * @param inside members with a pass
 * @param admitted members admitted so far
 * @param lapsed members who left or were passed over so far
 */
public record QueueStatistics(long waiting, long inside, long admitted, long lapsed) {

	static QueueStatistics of(QueueSnapshot queue) {
		return new QueueStatistics(queue.undecided(), queue.inside(), queue.admittedCount(), queue.lapsedCount());
	}

}
