package app.frontrow.waitingroom.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;

import app.frontrow.waitingroom.policy.QueueSettings;

/**
 * Who is inside a {@link VirtualQueue}, and until when.
 */
class Leases {

	private final Places places;

	private final long claimMillis;

	private final long passMillis;

	private final PriorityQueue<Lease> ends = new PriorityQueue<>(Comparator.comparingLong(Lease::end));

	private int count;

	Leases(Places places, QueueSettings settings) {
		this.places = places;
		this.passMillis = settings.pass().toMillis();
		this.claimMillis = Math.min(settings.claim().toMillis(), this.passMillis);
	}

	long claimMillis() {
		return this.claimMillis;
	}

	int count() {
		return this.count;
	}

	void admit(int place, long now) {
		this.places.admit(place, now);
		this.ends.add(new Lease(now + this.claimMillis, place, false));
		this.count++;
	}

	/** The first request turns the claim lease into the pass. */
	void claim(int place, long now) {
		if (!this.places.isClaimed(place)) {
			this.places.claim(place);
			this.ends.add(new Lease(this.places.timeOf(place) + this.passMillis, place, true));
		}
	}

	/** Ends a pass. Returns false if the member is not inside. */
	boolean end(int place, long now) {
		if (!this.places.isInside(place)) {
			return false;
		}
		this.places.end(place, now);
		this.count--;
		return true;
	}

	/**
	 * Ends passes whose time is over.
	 * @param notTaken gets the places of members who did not come in
	 */
	void endOver(long now, IntConsumer notTaken) {
		while (!this.ends.isEmpty() && this.ends.peek().end() <= now) {
			Lease over = this.ends.poll();
			int place = over.place();
			if (!this.places.isInside(place) || this.places.isClaimed(place) != over.claimed()) {
				continue;
			}
			if (over.claimed()) {
				end(place, now);
			}
			else {
				this.count--;
				notTaken.accept(place);
			}
		}
	}

	/** Starts the claim leases again, because these members could not ask. */
	void prolongUnclaimed(long now) {
		this.ends.stream()
			.filter((lease) -> !lease.claimed() && this.places.isInside(lease.place())
					&& !this.places.isClaimed(lease.place()))
			.toList()
			.forEach((lease) -> {
				this.ends.remove(lease);
				this.ends.add(new Lease(now + this.claimMillis, lease.place(), false));
			});
	}

	/**
	 * The end of a claim lease or a pass.
	 */
	private record Lease(long end, int place, boolean claimed) {
	}

}
