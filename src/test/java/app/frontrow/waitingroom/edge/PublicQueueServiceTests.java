package app.frontrow.waitingroom.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.SaleTerms;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueMemoryRegistry;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.policy.QueueControl;
import app.frontrow.waitingroom.policy.QueueControlService;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueSettings;
import app.frontrow.waitingroom.queue.PollIntervalPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

/**
 * What everybody may know about a queue, and what a member computes from it.
 */
class PublicQueueServiceTests {

	/** Time stands still, so that a slow machine makes nothing old. */
	private static final long NOW = 1_000_000_000_000L;

	private static final int CASES = 10_000;

	private static final Instant OPENS = Instant.parse("2030-05-01T11:00:00Z");

	private static final QueueSettings SETTINGS = new QueueSettings(100, 20, Duration.ofSeconds(30),
			Duration.ofMinutes(5), Duration.ofSeconds(90), Duration.ofMinutes(30), Duration.ZERO);

	private final CatalogueQueryService catalogue = mock(withSettings().stubOnly());

	private final QueueMemoryRegistry memories = mock(withSettings().stubOnly());

	private final QueueControlService controls = mock(withSettings().stubOnly());

	private final JsonMapper json = JsonMapper.shared();

	@BeforeEach
	void aConcertOnSale() {
		given(this.catalogue.getSaleTerms(anyLong())).willReturn(new SaleTerms(77, OPENS, SaleStatus.ON_SALE));
		given(this.memories.find(anyLong())).willReturn(Optional.empty());
		given(this.controls.findControl(anyLong())).willReturn(new QueueControl(100, 20, QueueMode.OPEN, null));
	}

	@Test
	@ProvesRule(rule = "A client far from the front computes the product's position from the public state",
			guard = "EndedPlaceRanges.join", brokenBy = "leaving out runs beyond 200 ranges")
	void clientComputesThePositionThatTheProductAnswers() throws Exception {
		Random random = new Random(20_261_129);
		PublicQueueService states = serviceAt(OPENS);
		int joined = 0;
		for (int id = 1; id <= CASES; id++) {
			QueueSnapshot snapshot = queue(id, random);
			JsonNode state = this.json.readTree(this.json.writeValueAsBytes(states.getState(id)));
			long far = snapshot.front() + snapshot.band() + 1 + random.nextInt(1_000);

			assertThat(ClientPlace.isFar(state, far)).isTrue();
			assertThat(ClientPlace.position(state, far)).as("case %d", id).isEqualTo(snapshot.aheadOfFar(far) + 1);
			assertThat(state.at("/dead").size()).isLessThanOrEqualTo(EndedPlaceRanges.MAX_RANGES);
			joined += (state.at("/dead").size() > EndedPlaceRanges.MAX_RANGES / 2) ? 1 : 0;
			long near = snapshot.front() + 1 + random.nextInt((int) snapshot.band());
			assertThat(ClientPlace.isFar(state, near)).isFalse();
			assertThat(ClientPlace.position(state, near)).as("near place of case %d", id)
				.isGreaterThanOrEqualTo(
						near - snapshot.front() - snapshot.newlyDead().stream().filter((dead) -> dead < near).count());
		}
		assertThat(joined).as("cases with many ranges").isGreaterThan(CASES / 10);
	}

	@Test
	void everyRangeIsExactWhileThereAreFew() {
		assertThat(EndedPlaceRanges.of(new TreeSet<>(List.of(5L, 6L, 7L, 9L, 12L, 13L))))
			.containsExactly(List.of(5L, 7L), List.of(9L, 9L), List.of(12L, 13L));
		assertThat(EndedPlaceRanges.of(new TreeSet<>())).isEmpty();
	}

	@Test
	void stateHasWhatTheOfficeSaysAndWhatTheQueueKnows() {
		given(this.controls.findControl(1))
			.willReturn(new QueueControl(100, 20, QueueMode.PAUSED, "Ten minutes' break"));
		QueueMemory memory = new QueueMemory(-1, false, () -> NOW);
		memory.update(new QueueSnapshot("one", 61_000, 900, 500, 0, 90, 3, 100, 12, 12, 0, 31, 0, 31, 1_000, 61_000,
				false, List.of()), NOW);
		given(this.memories.find(1)).willReturn(Optional.of(memory));

		PublicQueueState state = serviceAt(OPENS).getState(1);

		assertThat(state).isEqualTo(new PublicQueueState(1, QueuePhase.OPEN, QueueMode.PAUSED,
				Instant.ofEpochMilli(61_000), OPENS, 901, 500, 12L, List.of(), 30.0, 77, 100,
				new PublicQueueState.PollAfter(2_000, 30_000), "Ten minutes' break"));
	}

	@ParameterizedTest
	@CsvSource({ "UPCOMING, 1801, CLOSED", "UPCOMING, 1800, PREQUEUE", "ON_SALE, 0, OPEN", "SOLD_OUT, 0, SOLD_OUT",
			"ENDED, 0, OVER" })
	void phaseFollowsTheSaleWithoutAQueue(SaleStatus status, long secondsToOpening, QueuePhase phase) {
		given(this.catalogue.getSaleTerms(1)).willReturn(new SaleTerms(77, OPENS, status));

		PublicQueueState state = serviceAt(OPENS.minusSeconds(secondsToOpening)).getState(1);

		assertThat(state.phase()).isEqualTo(phase);
		assertThat(state.next()).isEqualTo(1);
		assertThat(state.drawn()).isNull();
		assertThat(state.nearWithin()).isEqualTo(SETTINGS.bandWidth(20));
	}

	@Test
	void placesAreNotKnownBeforeTheDraw() {
		QueueMemory memory = new QueueMemory(-1, false, () -> NOW);
		memory.update(snapshot(50, 0, -1, List.of(), 0), NOW);
		given(this.memories.find(1)).willReturn(Optional.of(memory));

		PublicQueueState state = serviceAt(OPENS).getState(1);

		assertThat(state.phase()).isEqualTo(QueuePhase.PREQUEUE);
		assertThat(state.drawn()).isNull();
	}

	@Test
	void queueThatWasNotHeardOfIsNotToldAsEmpty() {
		QueueMemory memory = new QueueMemory(-1, false, () -> NOW);
		memory.update(snapshot(50, 10, 0, List.of(), 0), NOW - Duration.ofSeconds(3).toNanos());
		given(this.memories.find(1)).willReturn(Optional.of(memory));

		assertThatThrownBy(() -> serviceAt(OPENS).getState(1)).isInstanceOf(DataAccessResourceFailureException.class);
	}

	@Test
	void unknownDeadPlacesAreNotToldAsNone() {
		QueueMemory memory = new QueueMemory(-1, false, () -> NOW);
		memory.update(snapshot(50, 10, 0, List.of(), 4), NOW);
		given(this.memories.find(1)).willReturn(Optional.of(memory));

		assertThatThrownBy(() -> serviceAt(OPENS).getState(1)).isInstanceOf(DataAccessResourceFailureException.class);
	}

	@Test
	void unknownConcertIsNotFound() {
		given(this.catalogue.getSaleTerms(9)).willThrow(new NotFoundException());

		assertThatThrownBy(() -> serviceAt(OPENS).getState(9)).isInstanceOf(NotFoundException.class);
	}

	/** A queue with any number of dead places in its band, in short and in long runs. */
	private QueueSnapshot queue(long id, Random random) {
		long front = random.nextInt(100_000);
		int band = 100 + random.nextInt(2_000);
		int chance = random.nextInt(100);
		List<Long> dead = new ArrayList<>();
		for (long place = front + 2; place <= front + band; place++) {
			if (random.nextInt(100) < chance) {
				dead.add(place);
			}
		}
		QueueSnapshot snapshot = new QueueSnapshot("one", 0, front + band + 5_000, front, dead.size(), 0, 0, band, 0, 0,
				dead.size(), 0, 0, 0, 0, 0, false, dead);
		QueueMemory memory = new QueueMemory(0, false, () -> NOW);
		memory.update(snapshot, NOW);
		given(this.memories.find(id)).willReturn(Optional.of(memory));
		return snapshot;
	}

	private static QueueSnapshot snapshot(long last, long front, long drawn, List<Long> newlyDead, long deaths) {
		return new QueueSnapshot("one", 0, last, front, deaths, 0, 0, 100, drawn, 0, deaths, 0, 0, 0, 0, 0, false,
				newlyDead);
	}

	private PublicQueueService serviceAt(Instant now) {
		return new PublicQueueService(this.catalogue, this.memories, this.controls, SETTINGS,
				new PollIntervalPolicy(SETTINGS), Clock.fixed(now, ZoneOffset.UTC));
	}

}
