package app.frontrow.waitingroom.queue;

import java.util.List;

import app.frontrow.waitingroom.memory.QueueContext;
import app.frontrow.waitingroom.redis.QueueStore;
import app.frontrow.waitingroom.token.QueueTicket;

import org.springframework.stereotype.Component;

/**
 * Tells Redis which members have polled before the opening, many in one call.
 */
@Component
class EarlyPresenceSender {

	private static final int MEMBERS_PER_CALL = 500;

	/** The tick must not be late. What is left goes with the next one. */
	private static final int CALLS_PER_TICK = 20;

	private final QueueStore store;

	EarlyPresenceSender(QueueStore store) {
		this.store = store;
	}

	/** Sends the members who have polled since the last call. */
	void send(QueueContext queue) {
		for (int call = 0; call < CALLS_PER_TICK; call++) {
			List<QueueTicket> tickets = queue.memory().earlyPresence().take(MEMBERS_PER_CALL);
			if (tickets.isEmpty()) {
				return;
			}
			send(queue, tickets);
		}
	}

	private void send(QueueContext queue, List<QueueTicket> tickets) {
		try {
			this.store.noteEarly(queue, tickets);
		}
		catch (RuntimeException failure) {
			queue.memory().earlyPresence().putBack(tickets);
			throw failure;
		}
	}

}
