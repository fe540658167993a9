package app.frontrow.waitingroom.memory;

import java.util.List;
import java.util.stream.LongStream;

import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.memory.QueueMemory.Knowledge;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QueueMemoryTests {

	/** Time stands still, so that a slow machine makes nothing old. */
	private static final long NOW = 1_000_000_000_000L;

	private final QueueMemory memory = new QueueMemory(-1, false, () -> NOW);

	@Test
	void newMemoryKnowsOnlyTheDraw() {
		assertThat(this.memory.freshSnapshot()).isEmpty();
		assertThat(this.memory.toScriptArguments()).isEqualTo(new Knowledge(0, 0, -1L, 0, false));
		assertThat(new QueueMemory(12, false, () -> NOW).toScriptArguments())
			.isEqualTo(new Knowledge(0, 0, 12L, 0, false));
	}

	@Test
	void latestKnowledgeIsSentToRedis() {
		learn("one", 7, 5);

		assertThat(this.memory.toScriptArguments()).isEqualTo(new Knowledge(100L, 7L, 12L, 0L, false));
	}

	@Test
	void lateAnswerChangesNothing() {
		long now = NOW;
		this.memory.update(snapshot("one", 9, 0), now);
		this.memory.update(snapshot("one", 7, 0), now - 1);

		assertThat(this.memory.latestSnapshot().front()).isEqualTo(9);
	}

	@Test
	@ProvesRule(rule = "A snapshot older than a second is shown to nobody", guard = "QueueMemory.freshSnapshot",
			brokenBy = "leaving out the age")
	void snapshotIsFreshForASecond() {
		this.memory.update(snapshot("one", 1, 0), NOW - 1_500_000_000L);
		assertThat(this.memory.freshSnapshot()).isEmpty();

		this.memory.update(snapshot("one", 1, 0), NOW);
		assertThat(this.memory.freshSnapshot()).isPresent();
	}

	@Test
	void lostPlacesAreTakenOnce() {
		learn("one", 7, 2);
		this.memory.replaceDeadPlaces(List.of(8L, 9L));
		assertThat(this.memory.takeLostPlaces()).isNull();

		learn("two", 7, 0);

		assertThat(this.memory.takeLostPlaces()).containsExactly(8L, 9L);
		assertThat(this.memory.takeLostPlaces()).isNull();
		this.memory.markLostAgain();
		assertThat(this.memory.takeLostPlaces()).containsExactly(8L, 9L);
	}

	@Test
	void newlyDeadPlacesAreKnownAtOnce() {
		learn("one", 7, 0);
		this.memory.update(dying(2, 8, 9), NOW);
		assertThat(this.memory.toScriptArguments().deathCount()).isEqualTo(2L);

		// another instance's are not known yet
		this.memory.update(dying(5, 12), NOW);
		assertThat(this.memory.toScriptArguments().deathCount()).isEqualTo(2L);

		learn("two", 8, 0);
		assertThat(this.memory.takeLostPlaces()).containsExactly(9L, 12L);
	}

	private static QueueSnapshot dying(long deaths, long... places) {
		return new QueueSnapshot("one", 0, 100, 7, 0, 0, 0, 100, 12, 12, deaths, 0, 0, 0, 0, 0, false,
				LongStream.of(places).boxed().toList());
	}

	@Test
	void deadPlacesAreKeptAfterALoss() {
		learn("one", 7, 2);
		this.memory.replaceDeadPlaces(List.of(8L, 9L));

		learn("two", 7, 0);
		this.memory.replaceDeadPlaces(List.of());

		assertThat(this.memory.takeLostPlaces()).containsExactly(8L, 9L);
	}

	@Test
	void aSnapshotThatIsNotWholeIsShownToNobody() {
		this.memory.update(new QueueSnapshot("one", 0, 100, 0, 0, 0, 0, 100, 12, 12, 0, 0, 0, 0, 0, 0, true, List.of()),
				NOW);

		assertThat(this.memory.freshSnapshot()).isEmpty();
		assertThat(this.memory.latestSnapshot()).isNotNull();
	}

	@Test
	void lowerDeathCountIsALoss() {
		learn("one", 7, 2);
		this.memory.replaceDeadPlaces(List.of(8L, 9L));

		learn("one", 7, 1);

		assertThat(this.memory.takeLostPlaces()).containsExactly(8L, 9L);
	}

	private void learn(String epoch, long front, long deaths) {
		this.memory.update(snapshot(epoch, front, deaths), NOW);
	}

	private static QueueSnapshot snapshot(String epoch, long front, long deaths) {
		return new QueueSnapshot(epoch, 0, 100, front, 0, 0, 0, 100, 12, 12, deaths, 0, 0, 0, 0, 0, false, List.of());
	}

}
