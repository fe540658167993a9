package app.frontrow.waitingroom.queue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.redis.PlaceScriptResult;
import app.frontrow.waitingroom.token.QueueTicket;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publishes metrics of the queues: the numbers of members, their waits, the error of the
 * estimates, and how many places are looked up without Redis.
 */
@Component
public class QueueMetrics {

	private static final int FORECASTS = 50_000;

	private final QueueMemoryRegistry memories;

	private final Map<MultiGauge, ToLongFunction<QueueStatistics>> gauges;

	private volatile Map<Long, QueueStatistics> queues = Map.of();

	private final DistributionSummary estimateError;

	private final Timer wait;

	private final Counter farLooks;

	private final Counter nearLooks;

	/** The first estimate of each member, on this instance. */
	private final Cache<QueueTicket, Forecast> forecasts = Caffeine.newBuilder()
		.maximumSize(FORECASTS)
		.expireAfterWrite(Duration.ofHours(12))
		.build();

	QueueMetrics(QueueMemoryRegistry memories, MeterRegistry registry) {
		this.memories = memories;
		this.gauges = Map.of(gauge(registry, "waiting"), QueueStatistics::waiting, gauge(registry, "inside"),
				QueueStatistics::inside, gauge(registry, "admitted"), QueueStatistics::admitted,
				gauge(registry, "lapsed"), QueueStatistics::lapsed);
		this.estimateError = DistributionSummary.builder("frontrow.queue.estimate.error")
			.description("How far the wait was from the middle of the first estimate, as a part of the wait")
			.register(registry);
		this.wait = Timer.builder("frontrow.queue.wait")
			.description("How long members waited until they were admitted, counted when they come in")
			.register(registry);
		this.farLooks = looks(registry, "memory");
		this.nearLooks = looks(registry, "redis");
	}

	/** Counts a place that was looked up, in memory or in Redis. */
	void countLook(boolean inMemory) {
		(inMemory ? this.farLooks : this.nearLooks).increment();
	}

	/** Records what this answer to a member says about estimates and waits. */
	public void record(QueueTicket ticket, QueuePlace place, PlaceScriptResult answer, QueueTerms terms) {
		recordForecast(ticket, place, answer.snapshot().now());
		if (answer.claimedNow()) {
			recordWait(ticket, answer, terms);
		}
	}

	/**
	 * Stores the first estimate of a member. After the admission it records the error.
	 */
	void recordForecast(QueueTicket ticket, QueuePlace place, long now) {
		if (place.status() == PlaceStatus.WAITING && place.estimatedWaitSeconds() != null) {
			double seconds = (place.estimatedWaitSeconds().min() + place.estimatedWaitSeconds().max()) / 2.0;
			this.forecasts.get(ticket, (first) -> new Forecast(now, seconds));
		}
		else if (place.status() == PlaceStatus.ADMITTED) {
			Forecast forecast = this.forecasts.asMap().remove(ticket);
			if (forecast != null) {
				this.estimateError.record(forecast.error(Objects.requireNonNull(place.admittedAt()).toEpochMilli()));
			}
		}
	}

	/**
	 * Records how long an admitted member waited. The wait begins when the member joined,
	 * or at the opening if that was later.
	 */
	private void recordWait(QueueTicket ticket, PlaceScriptResult answer, QueueTerms terms) {
		long from = Math.max(ticket.issuedAt().toEpochMilli(), terms.salesOpenAt().toEpochMilli());
		this.wait.record(Math.max(0, answer.admittedAt() - from), TimeUnit.MILLISECONDS);
	}

	/**
	 * Reads the numbers of each queue. Rows that exist stay and read the new numbers: a
	 * row that is replaced during a scrape may be there twice, which the scrape refuses.
	 */
	@Scheduled(fixedDelay = 5_000)
	void refresh() {
		Map<Long, QueueStatistics> read = new HashMap<>();
		this.memories.all().forEach((concert, memory) -> {
			QueueSnapshot snapshot = memory.latestSnapshot();
			if (snapshot != null) {
				read.put(concert, QueueStatistics.of(snapshot));
			}
		});
		this.queues = read;
		this.gauges.forEach((gauge, figure) -> gauge.register(rows(read.keySet(), figure)));
	}

	private List<Row<?>> rows(Set<Long> concerts, ToLongFunction<QueueStatistics> figure) {
		return concerts.stream()
			.<Row<?>>map((concert) -> Row.of(Tags.of("concert", String.valueOf(concert)), this, (metrics) -> {
				QueueStatistics queue = metrics.queues.get(concert);
				return (queue != null) ? figure.applyAsLong(queue) : Double.NaN;
			}))
			.toList();
	}

	private static Counter looks(MeterRegistry registry, String from) {
		return Counter.builder("frontrow.queue.looks")
			.description("Places that were looked up, by where the answer came from")
			.tag("from", from)
			.register(registry);
	}

	private static MultiGauge gauge(MeterRegistry registry, String name) {
		return MultiGauge.builder("frontrow.queue." + name).register(registry);
	}

	/**
	 * The first estimate of a member.
	 *
	 * @param toldAt time of the estimate, ms of the Redis server's clock
	 * @param seconds middle of the estimate
	 */
	private record Forecast(long toldAt, double seconds) {

		double error(long admittedAt) {
			double waited = Math.max(1, (admittedAt - this.toldAt) / 1000.0);
			return Math.abs(waited - this.seconds) / waited;
		}

	}

}
