package app.frontrow.waitingroom.simulation;

/**
 * Places in the order in which their members were seen last.
 */
class SeenList {

	private final int[] next;

	private final int[] previous;

	/** Index 0 is before the first and after the last one. */
	SeenList(int members) {
		this.next = new int[members + 2];
		this.previous = new int[members + 2];
	}

	/** Puts a place at the end. */
	void add(int place) {
		int last = this.previous[0];
		this.next[last] = place;
		this.previous[place] = last;
		this.next[place] = 0;
		this.previous[0] = place;
	}

	void remove(int place) {
		this.next[this.previous[place]] = this.next[place];
		this.previous[this.next[place]] = this.previous[place];
	}

	/** Returns the place that was seen before all others; 0 if there is none. */
	int first() {
		return this.next[0];
	}

}
