package app.frontrow.waitingroom.simulation;

import java.util.BitSet;

/**
 * The dead places behind the front. A tree of sums counts those before a place.
 */
class DeadPlaces {

	private final BitSet dead = new BitSet();

	private final int[] sums;

	private int count;

	DeadPlaces(int members) {
		this.sums = new int[members + 2];
	}

	/** Adds a place, unless it is dead. */
	void add(int place) {
		if (!this.dead.get(place)) {
			this.dead.set(place);
			change(place, 1);
		}
	}

	/** Returns the front after it has moved over dead places. */
	long advance(long front) {
		int next = (int) front + 1;
		while (this.dead.get(next)) {
			this.dead.clear(next);
			change(next, -1);
			next++;
		}
		return next - 1L;
	}

	int count() {
		return this.count;
	}

	/** Counts the dead places before this one. */
	int before(int place) {
		int sum = 0;
		for (int i = place - 1; i > 0; i -= i & -i) {
			sum += this.sums[i];
		}
		return sum;
	}

	private void change(int place, int by) {
		this.count += by;
		for (int i = place; i < this.sums.length; i += i & -i) {
			this.sums[i] += by;
		}
	}

}
