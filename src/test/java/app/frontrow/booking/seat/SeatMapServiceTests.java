package app.frontrow.booking.seat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.booking.seat.SeatRepository.Row;
import app.frontrow.booking.seat.SeatRepository.Summary;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class SeatMapServiceTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final UUID JOON = UUID.randomUUID();

	private static final Instant STARTS = Instant.parse("2030-06-01T10:00:00Z");

	private static final Show FIRST = new Show(11, 42, STARTS, 50);

	private static final Show SECOND = new Show(12, 42, STARTS.plusSeconds(60), 0);

	private Duration now = Duration.ZERO;

	private final SeatRepository seats = mock();

	private final CatalogueQueryService catalogue = mock();

	private final SeatChangeCounter changes = new SeatChangeCounter();

	private final SeatMapService map = new SeatMapService(this.seats, this.catalogue, this.changes,
			() -> this.now.toNanos());

	@BeforeEach
	void twoShows() {
		given(this.catalogue.getShow(11)).willReturn(FIRST);
		given(this.catalogue.findShows(42)).willReturn(List.of(FIRST, SECOND));
		given(this.seats.findSummaries(List.of(11L, 12L)))
			.willReturn(List.of(new Summary(12, 0, 90_000), new Summary(11, 3, 80_000)));
	}

	@Test
	void planShowsANewTimeAtOnce() {
		rows(SeatStatus.HELD, MINA);
		this.map.getPlan(11, JOON);
		given(this.catalogue.getShow(11)).willReturn(new Show(11, 42, STARTS.plusSeconds(3600), 50));

		assertThat(this.map.getPlan(11, JOON).startsAt()).isEqualTo(STARTS.plusSeconds(3600));
	}

	@Test
	void versionChangesWithTheSeatsAndIsTheSameForAllMembers() {
		rows(SeatStatus.HELD, MINA);
		long held = this.map.getPlan(11, MINA).version();
		assertThat(this.map.getPlan(11, JOON).version()).isEqualTo(held);

		change();
		rows(SeatStatus.SOLD, MINA);
		assertThat(this.map.getPlan(11, MINA).version()).isNotEqualTo(held);
		change();
		rows(SeatStatus.HELD, JOON);
		assertThat(this.map.getPlan(11, MINA).version()).isNotEqualTo(held);
		change();
		rows(SeatStatus.HELD, MINA);
		assertThat(this.map.getPlan(11, MINA).version()).isEqualTo(held);
	}

	@Test
	@ProvesRule(rule = "The database is asked twice a second about a map, however many watch it",
			guard = "SeatMapService.newShortLivedCache", brokenBy = "leaving out expireAfterWrite")
	void manyReadersAskTheDatabaseTwiceASecond() {
		rows(SeatStatus.HELD, MINA);

		for (int i = 0; i < 1000; i++) {
			this.now = Duration.ofMillis(i);
			assertThat(this.map.getPlan(11, MINA)).isEqualTo(this.map.getPlan(11, MINA))
				.isNotEqualTo(this.map.getPlan(11, JOON));
		}

		verify(this.seats, times(2)).findByShow(11);
	}

	@Test
	@ProvesRule(rule = "A change on the seat map is seen within half a second", guard = "SeatMapService.MAX_AGE",
			brokenBy = "making it three times as long")
	void changeIsSeenWithinHalfASecond() {
		rows(SeatStatus.HELD, MINA);
		SeatPlan before = this.map.getPlan(11, JOON);
		rows(SeatStatus.AVAILABLE, MINA);
		this.now = Duration.ofMillis(499);
		assertThat(this.map.getPlan(11, JOON)).isEqualTo(before);

		this.now = Duration.ofMillis(500);
		assertThat(this.map.getPlan(11, JOON)).isEqualTo(this.map.getPlan(11, JOON)).isNotEqualTo(before);
	}

	@Test
	@ProvesRule(rule = "The seats of all dates are counted twice a second, however many watch",
			guard = "SeatMapService.findShows", brokenBy = "remembering nothing")
	void seatsOfAllDatesAreCountedTwiceASecond() {
		for (int i = 0; i < 1000; i++) {
			this.now = Duration.ofMillis(i);
			assertThat(this.map.findShows(42)).isEqualTo(this.map.findShows(42));
		}

		verify(this.seats, times(2)).findSummaries(List.of(11L, 12L));
	}

	@Test
	void ownChangeIsSeenAtOnce() {
		rows(SeatStatus.HELD, MINA);
		this.map.getPlan(11, MINA);
		this.map.findShows(42);
		rows(SeatStatus.SOLD, MINA);
		given(this.seats.findSummaries(List.of(11L, 12L))).willReturn(List.of(new Summary(11, 2, 80_000)));
		change();

		assertThat(this.map.getPlan(11, MINA).seats().get(1).status()).isEqualTo(SeatStatus.SOLD);
		assertThat(this.map.findShows(42)).extracting(BookableShow::seatsLeft).containsExactly(2);
	}

	@Test
	@ProvesRule(rule = "A map that was read during a change is not kept", guard = "SeatMapService.readSnapshot",
			brokenBy = "counting the changes after the reading")
	void mapReadDuringAChangeIsNotKept() {
		given(this.seats.findByShow(11)).willAnswer((call) -> {
			change();
			return List.of(row(SeatStatus.HELD));
		}).willReturn(List.of(row(SeatStatus.SOLD)));
		this.map.getPlan(11, MINA);

		assertThat(this.map.getPlan(11, MINA).seats().get(0).status()).isEqualTo(SeatStatus.SOLD);
	}

	@Test
	@ProvesRule(rule = "The tag of a map differs for a member who holds one of the seats", guard = "SeatPlan.tag",
			brokenBy = "leaving out whose the seats are")
	void tagDiffersForTheOwner() {
		rows(SeatStatus.HELD, MINA);

		assertThat(this.map.getPlan(11, MINA).tag()).isEqualTo(this.map.getPlan(11, MINA).tag())
			.isNotEqualTo(this.map.getPlan(11, JOON).tag());
	}

	@Test
	void comingShowsAreListedInOrderWithFullOnes() {
		assertThat(this.map.findShows(42)).containsExactly(new BookableShow(11, 42, STARTS, 3, 80_000),
				new BookableShow(12, 42, STARTS.plusSeconds(60), 0, 90_000));
	}

	private static Row row(SeatStatus status) {
		return new Row(2, "VIP", 150_000, status, MINA.toString());
	}

	/** A transaction of this instance that changes seats of the first show. */
	private void change() {
		TransactionSynchronizationManager.initSynchronization();
		try {
			this.changes.countAfterCommit(42, 11);
			TransactionSynchronizationUtils.triggerAfterCommit();
		}
		finally {
			TransactionSynchronizationManager.clearSynchronization();
		}
	}

	private void rows(SeatStatus status, UUID owner) {
		given(this.seats.findByShow(11)).willReturn(List.of(new Row(1, "VIP", 150_000, SeatStatus.AVAILABLE, null),
				new Row(2, "VIP", 150_000, status, owner.toString())));
	}

}
