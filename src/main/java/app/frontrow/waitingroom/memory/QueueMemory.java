package app.frontrow.waitingroom.memory;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * What this instance knows about one queue. The instance uses it to answer members far
 * from the front without Redis, and to restore data that Redis has lost.
 */
public class QueueMemory {

	/** A snapshot older than this is not used for answers. */
	private static final Duration MAX_SNAPSHOT_AGE = Duration.ofSeconds(1);

	/** A queue without members is stepped rarely, and nobody has a place in it. */
	private static final Duration MAX_IDLE_SNAPSHOT_AGE = Duration.ofSeconds(4);

	private @Nullable QueueSnapshot latestSnapshot;

	private long askedAt;

	private NavigableSet<Long> endedPlaces = new TreeSet<>();

	private long endedCountKnown;

	private long drawnPlaces;

	private boolean redisLostState;

	private final EarlyPresence earlyPresence = new EarlyPresence();

	/** Numbers whose members have left, as this instance knows. Redis has the rest. */
	private final Set<Long> leftNumbers = ConcurrentHashMap.newKeySet();

	private final boolean drawIsOver;

	private final LongSupplier nanoTime;

	/**
	 * Makes a memory of a queue that this instance has not seen yet.
	 * @param drawnPlaces how many places were drawn; -1 if sales have not opened
	 */
	public QueueMemory(long drawnPlaces) {
		this(drawnPlaces, false, System::nanoTime);
	}

	/**
	 * Makes a memory of a queue that this instance has not seen yet.
	 * @param drawnPlaces how many places were drawn; -1 if sales have not opened
	 * @param drawIsOver whether all tickets that took part in the draw have expired
	 * @param nanoTime nanoseconds from any moment on
	 */
	public QueueMemory(long drawnPlaces, boolean drawIsOver, LongSupplier nanoTime) {
		this.drawnPlaces = drawnPlaces;
		this.drawIsOver = drawIsOver;
		this.nanoTime = nanoTime;
	}

	/**
	 * Stores a snapshot, unless a later one is known.
	 * @param askedAt the nanoseconds of {@link System#nanoTime()} before the call
	 */
	public synchronized void update(QueueSnapshot snapshot, long askedAt) {
		addNewlyDead(snapshot);
		if (this.latestSnapshot != null && askedAt - this.askedAt < 0) {
			return;
		}
		if (this.latestSnapshot != null && (!snapshot.epoch().equals(this.latestSnapshot.epoch())
				|| snapshot.deathCount() < this.endedCountKnown)) {
			this.redisLostState = true;
		}
		this.latestSnapshot = snapshot;
		this.askedAt = askedAt;
		this.drawnPlaces = snapshot.drawnPlaces();
		this.endedPlaces.headSet(snapshot.front(), true).clear();
	}

	/** Adds the places that ended during a call, even if a later answer came first. */
	private void addNewlyDead(QueueSnapshot snapshot) {
		this.endedPlaces.addAll(snapshot.newlyDead());
		if (this.endedCountKnown + snapshot.newlyDead().size() == snapshot.deathCount()) {
			this.endedCountKnown = snapshot.deathCount();
		}
	}

	/**
	 * Stores all ended places of the latest snapshot. If Redis has lost some, this
	 * instance keeps its own until they are restored.
	 */
	public synchronized void replaceDeadPlaces(Collection<Long> places) {
		if (!this.redisLostState && this.latestSnapshot != null) {
			this.endedPlaces = new TreeSet<>(places);
			this.endedCountKnown = this.latestSnapshot.deathCount();
		}
	}

	/** Returns the latest snapshot, if it is complete and new enough for answers. */
	public synchronized Optional<QueueSnapshot> freshSnapshot() {
		return snapshotNotOlderThan(MAX_SNAPSHOT_AGE);
	}

	private Optional<QueueSnapshot> snapshotNotOlderThan(Duration age) {
		boolean fresh = this.latestSnapshot != null && !this.latestSnapshot.settling()
				&& this.nanoTime.getAsLong() - this.askedAt <= age.toNanos();
		return fresh ? Optional.ofNullable(this.latestSnapshot) : Optional.empty();
	}

	/** Returns the age of the latest snapshot; a very long time without one. */
	public synchronized long snapshotAgeMillis() {
		return (this.latestSnapshot != null) ? (this.nanoTime.getAsLong() - this.askedAt) / 1_000_000 : Long.MAX_VALUE;
	}

	/**
	 * Returns the latest snapshot with its ended places, if both are complete and new
	 * enough for members.
	 */
	public synchronized Optional<QueueWithEndedPlaces> freshQueue() {
		boolean idle = this.latestSnapshot != null && this.latestSnapshot.isIdle();
		return snapshotNotOlderThan(idle ? MAX_IDLE_SNAPSHOT_AGE : MAX_SNAPSHOT_AGE)
			.filter((latest) -> !this.redisLostState && this.endedCountKnown == latest.deathCount()
					&& this.endedPlaces.size() == latest.deadPlaces())
			.map((latest) -> new QueueWithEndedPlaces(latest,
					Collections.unmodifiableSortedSet(new TreeSet<>(this.endedPlaces))));
	}

	/** Returns the latest snapshot, even if it is old; null before the first one. */
	public synchronized @Nullable QueueSnapshot latestSnapshot() {
		return this.latestSnapshot;
	}

	/** Returns how many places were drawn; -1 if this instance does not know it. */
	public synchronized long drawnPlaces() {
		return this.drawnPlaces;
	}

	/** Returns what this instance tells Redis with every call. */
	public synchronized Knowledge toScriptArguments() {
		return (this.latestSnapshot != null)
				? new Knowledge(this.latestSnapshot.lastNumber(), this.latestSnapshot.front(), this.drawnPlaces,
						this.endedCountKnown, this.drawIsOver)
				: new Knowledge(0, 0, this.drawnPlaces, 0, this.drawIsOver);
	}

	/**
	 * Returns the ended places that Redis has lost; null if it has lost nothing. The
	 * caller must restore them, or call {@link #markLostAgain()}.
	 */
	public synchronized @Nullable List<Long> takeLostPlaces() {
		boolean lost = this.redisLostState;
		this.redisLostState = false;
		return lost ? List.copyOf(this.endedPlaces) : null;
	}

	/** Notes that the lost places could not be restored. */
	public synchronized void markLostAgain() {
		this.redisLostState = true;
	}

	/** Returns who has polled before the opening. */
	public EarlyPresence earlyPresence() {
		return this.earlyPresence;
	}

	/** Notes that the place of this number has ended. */
	public void markLeft(long number) {
		this.leftNumbers.add(number);
	}

	/** Notes that the member of this number has a place. */
	public void markPresent(long number) {
		this.leftNumbers.remove(number);
	}

	/** Returns whether the place of this number has ended, as far as is known here. */
	public boolean hasLeft(long number) {
		return this.leftNumbers.contains(number);
	}

	/**
	 * What this instance knows about the queue. If Redis knows less, Redis has lost
	 * writes.
	 *
	 * @param drawnPlaces -1 if this instance does not know it
	 * @param drawIsOver whether Redis may have forgotten the draw, because all its
	 * tickets have expired
	 */
	public record Knowledge(long lastNumber, long front, long drawnPlaces, long deathCount, boolean drawIsOver) {
	}

}
