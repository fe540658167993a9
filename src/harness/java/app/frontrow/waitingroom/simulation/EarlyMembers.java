package app.frontrow.waitingroom.simulation;

import java.util.BitSet;

import app.frontrow.waitingroom.draw.TestDraws;

/**
 * Who polled before the opening, and which places they drew.
 */
class EarlyMembers {

	private final TestDraws draws;

	private final long concert;

	private final long absence;

	private final long[] polledAt;

	private int[] numberByPlace = {};

	private int[] placeByNumber = {};

	EarlyMembers(Scenario scenario, TestDraws draws, long concert) {
		this.draws = draws;
		this.concert = concert;
		this.absence = scenario.settings().absence().toMillis();
		this.polledAt = new long[scenario.members() + 1];
	}

	/** Redis hears that the member of this number has polled. */
	void poll(int number, long now) {
		this.polledAt[number] = now;
	}

	/**
	 * Draws the places by the product's own rule. Returns the places of absent members.
	 */
	BitSet draw(int entrants, long now) {
		this.numberByPlace = this.draws.draw(this.concert, entrants);
		this.placeByNumber = new int[entrants + 1];
		BitSet absent = new BitSet();
		for (int i = 0; i < entrants; i++) {
			int number = this.numberByPlace[i];
			this.placeByNumber[number] = i + 1;
			absent.set(i + 1, this.polledAt[number] < now - this.absence);
		}
		return absent;
	}

	int placeOf(int number) {
		return (number < this.placeByNumber.length) ? this.placeByNumber[number] : number;
	}

	int numberOf(int place) {
		return (place <= this.numberByPlace.length) ? this.numberByPlace[place - 1] : place;
	}

}
