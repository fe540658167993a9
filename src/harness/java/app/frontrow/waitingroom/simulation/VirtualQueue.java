package app.frontrow.waitingroom.simulation;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;

import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.policy.QueueSettings;

/**
 * The queue as Redis has it, with the rules of the scripts. Places count from 1.
 */
class VirtualQueue {

	private static final int BATCH = 200;

	private static final int ADMISSIONS_KEPT = 50;

	private static final long BURST_MS = 1_000;

	private final Places places;

	private final Leases leases;

	private final QueueSettings settings;

	private final Absence absence;

	private final long grace;

	private final long band;

	private final IntConsumer admissionListener;

	private final Deque<Long> admissions = new ArrayDeque<>();

	private long lastNumber;

	private long front;

	private long drawnPlaces = -1;

	private double nextAdmissionAt;

	private long admitted;

	private long lapsed;

	/**
	 * Makes an empty queue.
	 * @param admissionListener hears of the place of each admission
	 */
	VirtualQueue(int members, QueueSettings settings, IntConsumer admissionListener) {
		this.places = new Places(members);
		this.leases = new Leases(this.places, settings);
		this.settings = settings;
		this.absence = new Absence(settings, this.places);
		this.grace = settings.grace().toMillis();
		this.band = settings.bandWidth(settings.admissionsPerSecond());
		this.admissionListener = admissionListener;
	}

	/** Gives the next number. */
	int join(long now) {
		this.lastNumber++;
		if (isDrawn() && this.lastNumber <= this.front + this.band) {
			this.places.register((int) this.lastNumber, now);
		}
		return (int) this.lastNumber;
	}

	boolean isDrawn() {
		return this.drawnPlaces >= 0;
	}

	long lastNumber() {
		return this.lastNumber;
	}

	/**
	 * Opens the sale.
	 * @param absent the drawn places of members who had gone
	 */
	void open(long now, BitSet absent) {
		this.drawnPlaces = this.lastNumber;
		this.absence.restart(now, this.front);
		for (int place = 1; place <= this.lastNumber; place++) {
			if (absent.get(place)) {
				setAside(place, now);
			}
			else if (place <= this.band) {
				this.places.register(place, now);
			}
		}
	}

	/**
	 * Records that the member of this place is present. Returns false if it has ended.
	 */
	boolean look(int place, long now) {
		if (this.places.isInside(place)) {
			this.leases.claim(place, now);
			return true;
		}
		if (this.places.isAside(place)) {
			boolean back = this.places.takeBack(place, now);
			this.lapsed -= back ? 1 : 0;
			return back;
		}
		boolean waits = this.places.isWaiting(place);
		if (!waits && place <= this.front) {
			return false;
		}
		if (waits || place <= this.front + this.band) {
			this.places.register(place, now);
		}
		return true;
	}

	boolean isInside(int place) {
		return this.places.isInside(place);
	}

	/** Ends the pass of a member who is done, and takes a step. */
	void finish(int place, long now) {
		if (this.leases.end(place, now)) {
			step(now);
		}
	}

	long peopleAhead(int place) {
		return Math.max(0, place - this.front - 1 - this.places.dead().before(place));
	}

	void step(long now) {
		if (this.absence.endsOutage(now, this.front)) {
			this.leases.prolongUnclaimed(now);
		}
		this.leases.endOver(now, (place) -> {
			this.admitted--;
			setAside(place, now);
		});
		if (!isDrawn()) {
			return;
		}
		if (this.absence.counts(now)) {
			this.lapsed += this.places.setAbsentAside(now - this.settings.absence().toMillis(), now + this.grace,
					this.front, BATCH);
			this.absence.sweep(now, this.front, this.lastNumber, (place) -> setAside(place, now));
		}
		letIn(now);
	}

	private void setAside(int place, long now) {
		this.places.setAside(place, now + this.grace, this.front);
		this.lapsed++;
	}

	private void letIn(long now) {
		this.front = this.places.dead().advance(this.front);
		double interval = 1000 / this.settings.admissionsPerSecond();
		long left = Math.min(this.settings.capacity() - this.leases.count(), BATCH);
		for (int i = 0; i < 2 * BATCH && left > 0; i++) {
			int lowest = this.places.lowestWaiting();
			double late = Math.max(this.nextAdmissionAt, now) - now;
			if (lowest < 0 || lowest > this.front + 1 || (late > BURST_MS - interval && this.nextAdmissionAt > now)) {
				break;
			}
			if (this.absence.counts(now) && now - this.places.timeOf(lowest) > this.leases.claimMillis()) {
				setAside(lowest, now);
			}
			else {
				this.nextAdmissionAt = Math.max(this.nextAdmissionAt, now) + interval;
				admit(lowest, now);
				left--;
			}
			this.front = this.places.dead().advance(this.front);
		}
	}

	private void admit(int place, long now) {
		this.leases.admit(place, now);
		this.admitted++;
		this.front = Math.max(this.front, place);
		this.admissions.addFirst(now);
		if (this.admissions.size() > ADMISSIONS_KEPT) {
			this.admissions.removeLast();
		}
		this.admissionListener.accept(place);
	}

	QueueSnapshot snapshot(long now) {
		boolean some = !this.admissions.isEmpty();
		return new QueueSnapshot("virtual", now, this.lastNumber, this.front, this.places.dead().count(),
				this.places.waitingCount(), this.leases.count(), this.band, this.drawnPlaces, this.drawnPlaces, 0,
				this.admitted, this.lapsed, this.admissions.size(), some ? this.admissions.getLast() : 0,
				some ? this.admissions.getFirst() : 0, false, List.of());
	}

}
