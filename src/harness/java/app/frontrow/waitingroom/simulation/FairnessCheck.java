package app.frontrow.waitingroom.simulation;

import java.util.BitSet;

/**
 * Checks with its own books that nobody is overtaken: who is admitted has no member ahead
 * who is present and waits. Present is who has polled as often as told.
 */
class FairnessCheck {

	private final BitSet present = new BitSet();

	private final BitSet admittedPlaces = new BitSet();

	private int lowest = 1;

	private long overtaken;

	private long admitted;

	FairnessCheck(Scenario scenario) {
		this.present.set(scenario.members() + 1);
	}

	/** The order is drawn; these places belong to members who are away. */
	void open(int drawn, BitSet absent) {
		this.present.set(1, drawn + 1);
		this.present.andNot(absent);
	}

	void join(int place) {
		this.present.set(place);
	}

	void poll(int place) {
		if (!this.admittedPlaces.get(place)) {
			this.present.set(place);
			this.lowest = Math.min(this.lowest, place);
		}
	}

	void goAway(int place) {
		this.present.clear(place);
	}

	void admit(int place) {
		this.admitted++;
		this.admittedPlaces.set(place);
		this.present.clear(place);
		int ahead = this.present.nextSetBit(this.lowest);
		this.lowest = Math.min(ahead, place);
		if (ahead < place) {
			this.overtaken++;
		}
	}

	long overtaken() {
		return this.overtaken;
	}

	long admitted() {
		return this.admitted;
	}

}
