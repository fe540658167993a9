package app.frontrow.waitingroom.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import app.frontrow.waitingroom.draw.DrawService;
import app.frontrow.waitingroom.token.QueueTicket;

import org.springframework.stereotype.Component;

/**
 * Keeps this instance's memories of all queues that are live.
 */
@Component
public class QueueMemoryRegistry {

	/** Redis keeps a queue for this long after its last member. */
	private static final Duration DRAW_LIFETIME = QueueTicket.LIFETIME.plus(Duration.ofHours(1));

	private final Map<Long, Bound> memories = new ConcurrentHashMap<>();

	private final DrawService draws;

	private final Clock clock;

	QueueMemoryRegistry(DrawService draws, Clock clock) {
		this.draws = draws;
		this.clock = clock;
	}

	/**
	 * Returns the memory of the queue. A concert with the id of an earlier one has a new
	 * memory.
	 */
	public QueueMemory getOrCreate(long concertId, Instant concertCreatedAt) {
		return bind(concertId, concertCreatedAt, () -> createFromRecord(concertId));
	}

	private QueueMemory createFromRecord(long concertId) {
		return this.draws.findRecordedDraw(concertId)
			.map((draw) -> new QueueMemory(draw.entrants(),
					draw.drawnAt().plus(DRAW_LIFETIME).isBefore(this.clock.instant()), System::nanoTime))
			.orElseGet(() -> new QueueMemory(-1));
	}

	/** Returns the memory of a queue whose draw cannot be read at the moment. */
	public QueueMemory createWithoutRecord(long concertId, Instant concertCreatedAt) {
		return bind(concertId, concertCreatedAt, () -> new QueueMemory(-1));
	}

	private QueueMemory bind(long concertId, Instant concertCreatedAt, Supplier<QueueMemory> create) {
		Bound known = this.memories.get(concertId);
		if (known != null && known.concertCreatedAt().equals(concertCreatedAt)) {
			return known.memory();
		}
		return this.memories
			.compute(concertId, (id, now) -> (now != null && now.concertCreatedAt().equals(concertCreatedAt)) ? now
					: new Bound(create.get(), concertCreatedAt))
			.memory();
	}

	/** Returns the memory of a queue that this instance has seen lately. */
	public Optional<QueueMemory> find(long concertId) {
		return Optional.ofNullable(this.memories.get(concertId)).map(Bound::memory);
	}

	public void remove(long concertId) {
		this.memories.remove(concertId);
	}

	/** Returns all memories, by concert. */
	public Map<Long, QueueMemory> all() {
		return collect((bound) -> true);
	}

	/**
	 * Returns the memories of queues whose concert exists, by concert. After a restore,
	 * Redis may have queues of concerts that the database does not know.
	 */
	public Map<Long, QueueMemory> allOfExistingConcerts() {
		return collect((bound) -> bound.concertCreatedAt().isAfter(Instant.EPOCH));
	}

	private Map<Long, QueueMemory> collect(Predicate<Bound> wanted) {
		return this.memories.entrySet()
			.stream()
			.filter((entry) -> wanted.test(entry.getValue()))
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, (entry) -> entry.getValue().memory()));
	}

	/**
	 * A memory, and when the concert of its queue was added; the epoch if the database
	 * does not know the concert.
	 */
	private record Bound(QueueMemory memory, Instant concertCreatedAt) {
	}

}
