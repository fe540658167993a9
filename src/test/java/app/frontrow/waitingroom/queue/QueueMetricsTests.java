package app.frontrow.waitingroom.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.Estimate;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.redis.PlaceScriptResult;
import app.frontrow.waitingroom.token.QueueTicket;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class QueueMetricsTests {

	private static final long NOW = 1_900_000_000_000L;

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final QueueMemoryRegistry memories = mock();

	private final QueueMetrics metrics = new QueueMetrics(this.memories, this.registry);

	private final QueueTicket ticket = new QueueTicket(42, UUID.randomUUID(), 7, Instant.ofEpochMilli(NOW));

	@Test
	void everyQueueHasItsMetrics() {
		QueueMemory memory = new QueueMemory(0);
		memory.update(snapshot(), 1);
		given(this.memories.all()).willReturn(Map.of(42L, memory, 43L, new QueueMemory(0)));

		this.metrics.refresh();

		assertThat(gauge("waiting")).isEqualTo(55);
		assertThat(gauge("inside")).isEqualTo(9);
		assertThat(gauge("admitted")).isEqualTo(31);
		assertThat(gauge("lapsed")).isEqualTo(14);
		assertThat(this.registry.find("frontrow.queue.waiting").tag("concert", "43").gauge()).isNull();
	}

	@Test
	@ProvesRule(rule = "A scrape finds each figure of a queue once", guard = "QueueMetrics.refresh",
			brokenBy = "registering the rows with overwrite")
	void figureIsUpdatedAndNotReplaced() {
		QueueMemory memory = new QueueMemory(0);
		memory.update(snapshot(), 1);
		given(this.memories.all()).willReturn(Map.of(42L, memory));
		this.metrics.refresh();
		Gauge before = this.registry.get("frontrow.queue.inside").gauge();

		memory.update(new QueueSnapshot("one", NOW + 1_000, 100, 40, 5, 30, 8, 100, 0, 0, 5, 32, 14, 0, 0, NOW, false,
				List.of()), 2);
		this.metrics.refresh();

		assertThat(this.registry.get("frontrow.queue.inside").gauge()).isSameAs(before);
		assertThat(before.value()).isEqualTo(8);
	}

	@Test
	void endedQueueHasNoMetrics() {
		everyQueueHasItsMetrics();
		given(this.memories.all()).willReturn(Map.of());

		this.metrics.refresh();

		assertThat(this.registry.find("frontrow.queue.waiting").gauge()).isNull();
	}

	@Test
	void errorIsMeasuredFromTheFirstEstimate() {
		this.metrics.recordForecast(this.ticket, place(new Estimate(75, 150), null), NOW);
		this.metrics.recordForecast(this.ticket, place(new Estimate(1, 2), null), NOW + 60_000);
		this.metrics.recordForecast(this.ticket, place(null, NOW + 90_000), NOW + 91_000);
		this.metrics.recordForecast(this.ticket, place(null, NOW + 90_000), NOW + 95_000);

		DistributionSummary error = this.registry.get("frontrow.queue.estimate.error").summary();
		assertThat(error.count()).isEqualTo(1);
		assertThat(error.max()).isEqualTo(22.5 / 90, within(1e-9));
	}

	@Test
	void memberWithoutAnEstimateIsNotMeasured() {
		this.metrics.recordForecast(this.ticket, place(null, null), NOW);
		this.metrics.recordForecast(this.ticket, place(null, NOW + 90_000), NOW + 91_000);

		assertThat(this.registry.get("frontrow.queue.estimate.error").summary().count()).isZero();
	}

	@Test
	void waitIsCountedFromTheJoinOfAMemberWhoCameAfterTheOpening() {
		comeIn(NOW + 90_000, NOW - 60_000);

		assertThat(waited()).isEqualTo(90);
	}

	@Test
	@ProvesRule(rule = "The measured wait of an early member begins at the opening", guard = "QueueMetrics.recordWait",
			brokenBy = "counting from the join")
	void waitIsCountedFromTheOpeningForAMemberWhoCameEarly() {
		comeIn(NOW + 90_000, NOW + 60_000);

		assertThat(waited()).isEqualTo(30);
	}

	@Test
	@ProvesRule(rule = "The wait of a member is measured once", guard = "QueueMetrics.record",
			brokenBy = "measuring at each answer to an admitted member")
	void waitIsMeasuredOnlyWhenThePassIsGivenOut() {
		QueuePlace inside = place(null, NOW + 90_000);
		this.metrics.record(this.ticket, inside, admitted(NOW + 90_000, true), terms(NOW));
		this.metrics.record(this.ticket, inside, admitted(NOW + 90_000, false), terms(NOW));

		assertThat(waited()).isEqualTo(90);
	}

	private double waited() {
		Timer wait = this.registry.get("frontrow.queue.wait").timer();
		assertThat(wait.count()).isEqualTo(1);
		return wait.totalTime(TimeUnit.SECONDS);
	}

	private void comeIn(long admittedAt, long opensAt) {
		this.metrics.record(this.ticket, place(null, admittedAt), admitted(admittedAt, true), terms(opensAt));
	}

	private static PlaceScriptResult admitted(long at, boolean claimedNow) {
		return new PlaceScriptResult("ADMITTED", 7, 0, 0, at, at + 300_000, snapshot(), 7, claimedNow);
	}

	private static QueueSnapshot snapshot() {
		return new QueueSnapshot("one", NOW, 100, 40, 5, 30, 9, 100, 0, 0, 5, 31, 14, 0, 0, NOW, false, List.of());
	}

	private static QueueTerms terms(long opensAt) {
		return new QueueTerms(100, 20, QueueMode.OPEN, 77, Instant.ofEpochMilli(opensAt));
	}

	private double gauge(String what) {
		return this.registry.get("frontrow.queue." + what).tag("concert", "42").gauge().value();
	}

	private QueuePlace place(Estimate estimate, Long admittedAt) {
		PlaceStatus status = (admittedAt != null) ? PlaceStatus.ADMITTED : PlaceStatus.WAITING;
		return new QueuePlace("token", 42, this.ticket.memberId(), status, null, null, estimate, 2_000L,
				this.ticket.issuedAt(), (admittedAt != null) ? Instant.ofEpochMilli(admittedAt) : null, null, null,
				null, null);
	}

}
