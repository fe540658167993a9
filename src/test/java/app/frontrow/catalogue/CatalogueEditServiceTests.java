package app.frontrow.catalogue;

import app.frontrow.catalogue.edit.ShowsLeftOutException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import app.frontrow.catalogue.cache.CatalogueCache;
import app.frontrow.catalogue.cache.ConcertSearchService;
import app.frontrow.catalogue.cache.DescriptionCache;
import app.frontrow.catalogue.cache.NoOpTransactionExecutor;
import app.frontrow.catalogue.cache.SeatsLeftRepository;
import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.catalogue.edit.ConcertEdited;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

/**
 * What the programme tells the others when it changes.
 */
class CatalogueEditServiceTests {

	private static final Instant NOW = Instant.parse("2030-05-01T00:00:00Z");

	private static final Instant JUNE = Instant.parse("2030-06-01T10:00:00Z");

	private static final Instant JULY = Instant.parse("2030-07-01T10:00:00Z");

	private static final List<PriceBand> PRICES = List.of(new PriceBand("R", 1, 50, 1_000));

	private static final List<PriceBand> DEARER = List.of(new PriceBand("R", 1, 50, 2_000));

	private final ConcertRepository concerts = mock();

	private final ShowRepository shows = mock();

	private final CatalogueCache cache = new CatalogueCache(new ConcertSearchService());

	private final DescriptionCache descriptions = mock();

	/** What the modules with seats hear. */
	private final List<Object> told = new ArrayList<>();

	private final List<ConcertEdited> edits = new ArrayList<>();

	private final SeatsLeftRepository seatsLeft = mock();

	private final CatalogueEditService programme = new CatalogueEditService(this.concerts,
			new ShowScheduler(this.shows, this::hear, Clock.fixed(NOW, ZoneOffset.UTC)), this.seatsLeft, this.cache,
			this.descriptions, this::hear, Clock.fixed(NOW, ZoneOffset.UTC));

	private final NoOpTransactionExecutor transactions = new NoOpTransactionExecutor();

	private final AtomicLong ids = new AtomicLong(100);

	@BeforeEach
	void aConcertWithTwoShows() {
		ConcertEntity concert = withId(ConcertEntity.of(draft(PRICES, JUNE, JULY), true, NOW), 1);
		given(this.concerts.save(any())).willAnswer((call) -> withId(call.getArgument(0), 2));
		given(this.concerts.lock(1)).willReturn(Optional.of(concert));
		given(this.shows.saveAll(any())).willAnswer((call) -> {
			Iterable<ShowEntity> added = call.getArgument(0);
			added.forEach((show) -> withId(show, this.ids.incrementAndGet()));
			return added;
		});
		given(this.shows.findByConcertIdAndWithdrawnFalseOrderByStartsAt(1))
			.willReturn(List.of(withId(new ShowEntity(1, JUNE), 11), withId(new ShowEntity(1, JULY), 12)));
	}

	@Test
	void changeOfShowsWithdrawsAndSchedules() {
		Instant august = JULY.plusSeconds(3_000_000);

		this.transactions.commit(() -> this.programme.change(1, draft(PRICES, JULY, august), Set.of(11L)));

		assertThat(this.told).containsExactly(new ShowsWithdrawn(1, List.of(11L)),
				new ShowsScheduled(1, List.of(101L), PRICES));
		assertThat(this.cache.findConcert(1).shows()).extracting(Show::id).containsExactly(12L, 101L);
		assertThat(this.cache.findConcertOfShow(11)).isNull();
		assertThat(this.edits)
			.containsExactly(new ConcertEdited(1, draft(PRICES, JUNE, JULY), draft(PRICES, JULY, august), false));
	}

	@Test
	@ProvesRule(rule = "A show is withdrawn only if the request names it", guard = "CatalogueEditService.change",
			brokenBy = "leaving out requireNamed")
	void showLeftOutIsNotWithdrawn() {
		assertThatThrownBy(() -> this.programme.change(1, draft(DEARER, JULY.plusSeconds(60)), Set.of(12L, 99L)))
			.isInstanceOfSatisfying(ShowsLeftOutException.class, (refusal) -> assertThat(refusal.details())
				.isEqualTo(Map.of("concertId", 1L, "shows", List.of(new ShowsLeftOutException.LeftOut(11, JUNE)))));

		assertThat(this.told).isEmpty();
		assertThat(this.concerts.lock(1).orElseThrow().prices()).isEqualTo(PRICES);
		verify(this.shows, never()).saveAll(any());
	}

	@Test
	@ProvesRule(rule = "A show that is kept is not withdrawn", guard = "CatalogueEditService.change",
			brokenBy = "leaving out the comparison with the kept shows")
	void showCannotBeKeptAndWithdrawn() {
		assertThatThrownBy(() -> this.programme.change(1, draft(PRICES, JUNE, JULY), Set.of(12L)))
			.isInstanceOfSatisfying(InvalidInputException.class, (refusal) -> assertThat(refusal.violations())
				.containsExactly(new InvalidInputException.Violation("withdrawShows", "show-kept", List.of())));
		assertThat(this.told).isEmpty();
	}

	@Test
	void repeatedWithdrawalChangesNothing() {
		given(this.shows.findByConcertIdAndWithdrawnFalseOrderByStartsAt(1))
			.willReturn(List.of(withId(new ShowEntity(1, JULY), 12)));

		this.transactions.commit(() -> this.programme.change(1, draft(PRICES, JULY), Set.of(11L)));

		assertThat(this.told).isEmpty();
	}

	@Test
	void rolledBackChangeIsNotCached() {
		this.transactions.rollBack(() -> this.programme.change(1, draft(DEARER, JULY), Set.of(11L)));

		assertThat(this.cache.findConcert(1)).isNull();
		verifyNoInteractions(this.descriptions);
	}

	private void hear(Object event) {
		if (event instanceof ConcertEdited edit) {
			this.edits.add(edit);
		}
		else {
			this.told.add(event);
		}
	}

	private static ConcertDraft draft(List<PriceBand> prices, Instant... shows) {
		return new ConcertDraft("T", "A", "V", "", NOW.minusSeconds(1), List.of(shows), prices);
	}

	private static <T> T withId(T entity, long id) {
		ReflectionTestUtils.setField(entity, "id", id);
		return entity;
	}

}
