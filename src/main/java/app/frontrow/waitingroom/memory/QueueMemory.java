package app.frontrow.waitingroom.memory;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What this instance knows of one queue: enough to answer whoever is far from the front
 * without asking a store, and to tell a Redis that has lost something what it was.
 */
public class QueueMemory {

	/** Older than this, a snapshot is not shown to anybody. */
	private static final Duration FRESH = Duration.ofSeconds(1);

	private QueueSnapshot latest;

	private long askedAt;

	private NavigableSet<Long> dead = new TreeSet<>();

	private long deathsKnown;

	private long lots;

	private boolean forgotten;

	/**
	 * A memory of a queue that this instance has not seen yet.
	 * @param lots how many places were drawn by lot, -1 if sales have not opened
	 */
	public QueueMemory(long lots) {
		this.lots = lots;
	}

	/**
	 * Takes in a snapshot, unless a later one is known.
	 * @param askedAt {@link System#nanoTime()} before it was asked for
	 */
	public synchronized void learn(QueueSnapshot snapshot, long askedAt) {
		learnNewlyDead(snapshot);
		if (this.latest != null && askedAt - this.askedAt < 0) {
			return;
		}
		if (this.latest != null
				&& (!snapshot.epoch().equals(this.latest.epoch()) || snapshot.deaths() < this.deathsKnown)) {
			this.forgotten = true;
		}
		this.latest = snapshot;
		this.askedAt = askedAt;
		this.lots = snapshot.lots();
		this.dead.headSet(snapshot.front(), true).clear();
	}

	/** What a call decided is known here at once, however late its answer is. */
	private void learnNewlyDead(QueueSnapshot snapshot) {
		this.dead.addAll(snapshot.newlyDead());
		if (this.deathsKnown + snapshot.newlyDead().size() == snapshot.deaths()) {
			this.deathsKnown = snapshot.deaths();
		}
	}

	/**
	 * Takes in all dead places, as of the latest snapshot; not from a Redis that is still
	 * to be told of them.
	 */
	public synchronized void learnDead(Collection<Long> places) {
		if (!this.forgotten) {
			this.dead = new TreeSet<>(places);
			this.deathsKnown = this.latest.deaths();
		}
	}

	/** The latest snapshot, if it is whole and young enough to be shown. */
	public synchronized Optional<QueueSnapshot> fresh() {
		boolean young = this.latest != null && !this.latest.settling()
				&& System.nanoTime() - this.askedAt <= FRESH.toNanos();
		return young ? Optional.of(this.latest) : Optional.empty();
	}

	/** The latest snapshot, however old; null before the first. */
	public synchronized QueueSnapshot latest() {
		return this.latest;
	}

	/** How many places were drawn by lot; -1 while that is not known. */
	public synchronized long lots() {
		return this.lots;
	}

	/** What every script is told: next, front, lots, deaths. */
	public synchronized Object[] knowledge() {
		return (this.latest != null)
				? new Object[] { this.latest.next(), this.latest.front(), this.lots, this.deathsKnown }
				: new Object[] { 0, 0, this.lots, 0 };
	}

	/**
	 * The dead places that Redis must be told of since it has lost something; null while
	 * it has not. Asking is taking it on.
	 */
	public synchronized List<Long> takeForgotten() {
		boolean lost = this.forgotten;
		this.forgotten = false;
		return lost ? List.copyOf(this.dead) : null;
	}

	/** The loss has not been mended after all. */
	public synchronized void stillForgotten() {
		this.forgotten = true;
	}

}
