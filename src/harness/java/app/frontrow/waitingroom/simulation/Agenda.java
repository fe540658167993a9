package app.frontrow.waitingroom.simulation;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Who does something at which millisecond. Each member has one entry at most. An entry
 * costs some nanoseconds, because a wheel of milliseconds has a list for each of them.
 */
class Agenda {

	private static final int NOBODY = -1;

	/** Later entries go around once more. */
	private static final int WHEEL = 1 << 17;

	private final int[] first = new int[WHEEL];

	private final int[] next;

	private final long[] dueAt;

	private long now;

	Agenda(int members) {
		Arrays.fill(this.first, NOBODY);
		this.next = new int[members];
		this.dueAt = new long[members];
	}

	long now() {
		return this.now;
	}

	/** Enters a member who has no entry. An entry in the past is due next. */
	void enter(int member, long at) {
		long due = Math.max(at, this.now + 1);
		int slot = (int) (due % WHEEL);
		this.dueAt[member] = due;
		this.next[member] = this.first[slot];
		this.first[slot] = member;
	}

	/** Moves on by a millisecond, and calls all who are due. */
	void advance(IntConsumer due) {
		this.now++;
		int slot = (int) (this.now % WHEEL);
		int member = this.first[slot];
		this.first[slot] = NOBODY;
		while (member != NOBODY) {
			int following = this.next[member];
			if (this.dueAt[member] == this.now) {
				due.accept(member);
			}
			else {
				enter(member, this.dueAt[member]);
			}
			member = following;
		}
	}

}
