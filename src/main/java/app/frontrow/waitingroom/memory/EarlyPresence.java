package app.frontrow.waitingroom.memory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

import app.frontrow.waitingroom.token.QueueTicket;

/**
 * The members who polled this instance before the opening. It notes each member once in a
 * period, so that Redis hears of a crowd in few calls.
 */
public class EarlyPresence {

	/** Numbers are given without gaps. A token with a higher one is not noted. */
	private static final long MAX_NUMBER = 50_000_000;

	private final BitSet noted = new BitSet();

	private final Deque<QueueTicket> pending = new ArrayDeque<>();

	private final LongSupplier nanoTime;

	private long periodStartedAt;

	EarlyPresence() {
		this(System::nanoTime);
	}

	/**
	 * Makes one that goes by another clock.
	 * @param nanoTime nanoseconds from any moment on
	 */
	public EarlyPresence(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.periodStartedAt = nanoTime.getAsLong();
	}

	/**
	 * Notes that the member of this ticket has polled, unless it was noted in this
	 * period.
	 * @param period at most half of the time after which a member counts as absent
	 */
	public synchronized void note(QueueTicket ticket, Duration period) {
		long now = this.nanoTime.getAsLong();
		if (now - this.periodStartedAt > period.toNanos()) {
			this.noted.clear();
			this.periodStartedAt = now;
		}
		if (ticket.number() <= MAX_NUMBER && !this.noted.get((int) ticket.number())) {
			this.noted.set((int) ticket.number());
			this.pending.add(ticket);
		}
	}

	/** Returns whether there are tickets that Redis has not heard of yet. */
	public synchronized boolean hasPending() {
		return !this.pending.isEmpty();
	}

	/** Takes the tickets that Redis has not heard of yet, at most this many. */
	public synchronized List<QueueTicket> take(int most) {
		List<QueueTicket> taken = new ArrayList<>();
		while (taken.size() < most && !this.pending.isEmpty()) {
			taken.add(this.pending.remove());
		}
		return taken;
	}

	/** Puts back tickets that could not be sent. */
	public synchronized void putBack(List<QueueTicket> tickets) {
		this.pending.addAll(tickets);
	}

}
