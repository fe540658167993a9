package app.frontrow.waitingroom.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import app.frontrow.shared.store.StoreOutageDetector;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.redis.QueueSizeReader;
import app.frontrow.waitingroom.redis.QueueSizeReader.Size;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publishes how much memory of Redis the largest queues take, in all and per member, and
 * how much a queue takes that has no members any more.
 */
@Component
class QueueSizeMetrics {

	private static final Logger log = LoggerFactory.getLogger(QueueSizeMetrics.class);

	private static final int MOST_QUEUES = 50;

	private final QueueMemoryRegistry memories;

	private final QueueSizeReader sizes;

	private volatile Map<Long, Size> latest = Map.of();

	private final MultiGauge bytes;

	private final MultiGauge bytesPerMember;

	private final DistributionSummary restingBytes;

	QueueSizeMetrics(QueueMemoryRegistry memories, QueueSizeReader sizes, MeterRegistry registry) {
		this.memories = memories;
		this.sizes = sizes;
		this.bytes = MultiGauge.builder("frontrow.queue.redis")
			.description("Memory that the queue takes in Redis")
			.baseUnit("bytes")
			.register(registry);
		this.bytesPerMember = MultiGauge.builder("frontrow.queue.redis.member")
			.description("Memory that one member of the queue takes in Redis")
			.baseUnit("bytes")
			.register(registry);
		this.restingBytes = DistributionSummary.builder("frontrow.queue.redis.resting")
			.description("Memory that a queue without members takes in Redis until it expires")
			.baseUnit("bytes")
			.register(registry);
	}

	@Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
	void refresh() {
		try {
			Map<Long, Size> read = new HashMap<>();
			largest().forEach((concert) -> read.put(concert, this.sizes.read(concert)));
			this.latest = read;
			this.bytes.register(rows(read.keySet(), Size::bytes));
			this.bytesPerMember.register(rows(read.keySet(), Size::bytesPerMember));
		}
		catch (RuntimeException failure) {
			report(failure);
		}
	}

	/** Rows that exist stay, as those of {@link QueueMetrics}. */
	private List<Row<?>> rows(Set<Long> concerts, ToDoubleFunction<Size> figure) {
		return concerts.stream()
			.<Row<?>>map((concert) -> Row.of(Tags.of("concert", String.valueOf(concert)), this, (metrics) -> {
				Size size = metrics.latest.get(concert);
				return (size != null) ? figure.applyAsDouble(size) : Double.NaN;
			}))
			.toList();
	}

	/** Measures a queue that has no members any more. */
	void recordResting(long concertId) {
		try {
			this.restingBytes.record(this.sizes.read(concertId).bytes());
		}
		catch (RuntimeException failure) {
			report(failure);
		}
	}

	/** Reads each size once, because sizes change while this sorts. */
	private List<Long> largest() {
		return this.memories.all()
			.entrySet()
			.stream()
			.filter((queue) -> queue.getValue().latestSnapshot() != null)
			.map((queue) -> Map.entry(queue.getKey(), waiting(queue.getValue())))
			.sorted(Map.Entry.<Long, Long>comparingByValue().reversed())
			.limit(MOST_QUEUES)
			.map(Map.Entry::getKey)
			.toList();
	}

	private static long waiting(QueueMemory queue) {
		QueueSnapshot snapshot = queue.latestSnapshot();
		return (snapshot != null) ? snapshot.undecided() : 0;
	}

	private static void report(RuntimeException failure) {
		if (!StoreOutageDetector.isCauseOf(failure)) {
			log.error("The memory of the queues could not be read; the next run tries again", failure);
		}
	}

}
