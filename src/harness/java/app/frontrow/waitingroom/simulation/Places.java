package app.frontrow.waitingroom.simulation;

import java.util.BitSet;

/**
 * The state of each place of a {@link VirtualQueue}.
 */
class Places {

	/** The state of a place. */
	private static final byte UNKNOWN = 0;

	private static final byte WAITING = 1;

	private static final byte ADMITTED = 2;

	private static final byte CLAIMED = 3;

	private static final byte ENDED = 4;

	private static final byte ASIDE = 5;

	private final byte[] states;

	/** When the member was seen or admitted, or until when the place is kept. */
	private final long[] times;

	private final BitSet waiting = new BitSet();

	private final SeenList seen;

	private final DeadPlaces dead;

	private int waitingCount;

	private int lowest = 1;

	Places(int members) {
		this.states = new byte[members + 2];
		this.times = new long[members + 2];
		this.seen = new SeenList(members);
		this.dead = new DeadPlaces(members);
	}

	void register(int place, long now) {
		if (this.states[place] != WAITING) {
			this.waiting.set(place);
			this.waitingCount++;
			this.lowest = Math.min(this.lowest, place);
		}
		else {
			this.seen.remove(place);
		}
		this.seen.add(place);
		this.states[place] = WAITING;
		this.times[place] = now;
	}

	private void change(int place, byte state, long time) {
		if (this.states[place] == WAITING) {
			this.waiting.clear(place);
			this.waitingCount--;
			this.seen.remove(place);
		}
		this.states[place] = state;
		this.times[place] = time;
	}

	void setAside(int place, long until, long front) {
		change(place, ASIDE, until);
		if (place > front) {
			this.dead.add(place);
		}
	}

	/** Returns false if the grace is over. */
	boolean takeBack(int place, long now) {
		if (this.times[place] <= now) {
			change(place, ENDED, now);
			return false;
		}
		register(place, now);
		return true;
	}

	void admit(int place, long now) {
		change(place, ADMITTED, now);
	}

	/** The time stays the one of the admission. */
	void claim(int place) {
		this.states[place] = CLAIMED;
	}

	void end(int place, long now) {
		change(place, ENDED, now);
	}

	/** Sets aside waiting members who were not seen since a time. Returns how many. */
	int setAbsentAside(long since, long until, long front, int most) {
		int count = 0;
		for (int place = this.seen.first(); place > 0 && this.times[place] <= since
				&& count < most; place = this.seen.first()) {
			setAside(place, until, front);
			count++;
		}
		return count;
	}

	DeadPlaces dead() {
		return this.dead;
	}

	/** Returns -1 if nobody waits near the front. */
	int lowestWaiting() {
		int place = this.waiting.nextSetBit(this.lowest);
		if (place > 0) {
			this.lowest = place;
		}
		return place;
	}

	boolean isUnknown(int place) {
		return this.states[place] == UNKNOWN;
	}

	boolean isWaiting(int place) {
		return this.states[place] == WAITING;
	}

	boolean isAside(int place) {
		return this.states[place] == ASIDE;
	}

	boolean isInside(int place) {
		return this.states[place] == ADMITTED || this.states[place] == CLAIMED;
	}

	boolean isClaimed(int place) {
		return this.states[place] == CLAIMED;
	}

	long timeOf(int place) {
		return this.times[place];
	}

	int waitingCount() {
		return this.waitingCount;
	}

}
