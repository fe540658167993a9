package app.frontrow.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.NotFoundException;
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
class ProgrammeTests {

	private static final Instant NOW = Instant.parse("2030-05-01T00:00:00Z");

	private static final Instant JUNE = Instant.parse("2030-06-01T10:00:00Z");

	private static final Instant JULY = Instant.parse("2030-07-01T10:00:00Z");

	private static final List<PriceBand> PRICES = List.of(new PriceBand("R", 1, 50, 1_000));

	private static final List<PriceBand> DEARER = List.of(new PriceBand("R", 1, 50, 2_000));

	private final Concerts concerts = mock();

	private final Shows shows = mock();

	private final CatalogueCache cache = new CatalogueCache(new ConcertSearch());

	private final DescriptionCache descriptions = mock();

	private final List<Object> told = new ArrayList<>();

	private final SeatsLeftRepository seatsLeft = mock();

	private final Programme programme = new Programme(this.concerts, this.shows, this.seatsLeft, this.cache,
			this.descriptions, this.told::add, Clock.fixed(NOW, ZoneOffset.UTC));

	private final TestTransactions transactions = new TestTransactions();

	private final AtomicLong ids = new AtomicLong(100);

	@BeforeEach
	void aConcertWithTwoShows() {
		ConcertEntity concert = withId(new ConcertEntity(draft(PRICES, JUNE, JULY), NOW), 1);
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
	void registeringSchedulesTheShows() {
		this.transactions.commit(() -> {
			assertThat(this.programme.register(draft(PRICES, JULY, JUNE))).isEqualTo(2);
			assertThat(this.cache.concert(2)).isNull();
		});

		assertThat(this.told).containsExactly(new ShowsScheduled(2, List.of(101L, 102L), PRICES));
		assertThat(this.cache.concert(2).shows()).containsExactly(new Show(101, 2, JUNE, 50),
				new Show(102, 2, JULY, 50));
		verify(this.descriptions).put(this.cache.concert(2), "");
	}

	@Test
	void showsMustBeInTheFuture() {
		assertThatThrownBy(() -> this.programme.register(draft(PRICES, NOW, JUNE)))
			.isInstanceOfSatisfying(InvalidInputException.class, (refusal) -> assertThat(refusal.violations())
				.containsExactly(new InvalidInputException.Violation("shows", "show-in-past", List.of())));
		this.transactions.commit(() -> this.programme.register(draft(PRICES, NOW.plusNanos(1_000))));
	}

	@Test
	void badDraftChangesNothing() {
		assertThatThrownBy(() -> this.programme.register(draft(List.of(), JUNE)))
			.isInstanceOf(InvalidInputException.class);
		assertThatThrownBy(() -> this.programme.change(1, draft(List.of(), JUNE), Set.of()))
			.isInstanceOf(InvalidInputException.class);

		verifyNoInteractions(this.concerts, this.shows);
		assertThat(this.told).isEmpty();
	}

	@Test
	void changingTextsTellsNobody() {
		this.transactions.commit(() -> this.programme.change(1, draft(PRICES, JUNE, JULY), Set.of()));

		assertThat(this.told).isEmpty();
		assertThat(this.cache.concert(1).revision()).isEqualTo(2);
	}

	@Test
	void changingShowsWithdrawsAndSchedules() {
		Instant august = JULY.plusSeconds(3_000_000);

		this.transactions.commit(() -> this.programme.change(1, draft(PRICES, JULY, august), Set.of(11L)));

		assertThat(this.told).containsExactly(new ShowsWithdrawn(1, List.of(11L)),
				new ShowsScheduled(1, List.of(101L), PRICES));
		assertThat(this.cache.concert(1).shows()).extracting(Show::id).containsExactly(12L, 101L);
		assertThat(this.cache.concertOfShow(11)).isNull();
	}

	@Test
	void changingPricesConcernsTheShowsThatStay() {
		this.transactions.commit(() -> this.programme.change(1, draft(DEARER, JULY), Set.of(11L)));

		assertThat(this.told).containsExactly(new ShowsWithdrawn(1, List.of(11L)),
				new PricesChanged(1, List.of(12L), DEARER));
		assertThat(this.cache.concert(1).toConcert("", NOW).prices()).isEqualTo(DEARER);
	}

	@Test
	@ProvesRule(rule = "A show is withdrawn only if the request names it", guard = "Programme.change",
			brokenBy = "leaving out requireNamed")
	void showsThatAreLeftOutAreNotWithdrawn() {
		assertThatThrownBy(() -> this.programme.change(1, draft(DEARER, JULY.plusSeconds(60)), Set.of(12L, 99L)))
			.isInstanceOfSatisfying(ShowsLeftOutException.class, (refusal) -> assertThat(refusal.details())
				.isEqualTo(Map.of("concertId", 1L, "shows", List.of(new ShowsLeftOutException.LeftOut(11, JUNE)))));

		assertThat(this.told).isEmpty();
		assertThat(this.concerts.lock(1).orElseThrow().prices()).isEqualTo(PRICES);
		verify(this.shows, never()).saveAll(any());
	}

	@Test
	@ProvesRule(rule = "A show that is kept is not withdrawn", guard = "Programme.change",
			brokenBy = "leaving out the comparison with the kept shows")
	void showIsNotKeptAndWithdrawn() {
		assertThatThrownBy(() -> this.programme.change(1, draft(PRICES, JUNE, JULY), Set.of(12L)))
			.isInstanceOfSatisfying(InvalidInputException.class, (refusal) -> assertThat(refusal.violations())
				.containsExactly(new InvalidInputException.Violation("withdrawShows", "show-kept", List.of())));
		assertThat(this.told).isEmpty();
	}

	@Test
	void changeThatWithdrawsIsSentAgain() {
		given(this.shows.findByConcertIdAndWithdrawnFalseOrderByStartsAt(1))
			.willReturn(List.of(withId(new ShowEntity(1, JULY), 12)));

		this.transactions.commit(() -> this.programme.change(1, draft(PRICES, JULY), Set.of(11L)));

		assertThat(this.told).isEmpty();
	}

	@Test
	void withdrawingTakesEveryShowAlong() {
		this.transactions.commit(() -> this.programme.change(1, draft(PRICES, JUNE, JULY), Set.of()));

		this.transactions.commit(() -> this.programme.withdraw(1));

		assertThat(this.told).containsExactly(new ShowsWithdrawn(1, List.of(11L, 12L)));
		assertThat(this.cache.concert(1)).isNull();
		assertThat(this.cache.isConcertGone(1)).isTrue();
	}

	@Test
	void changeThatIsRolledBackIsNotShown() {
		this.transactions.rollBack(() -> this.programme.change(1, draft(DEARER, JULY), Set.of(11L)));

		assertThat(this.cache.concert(1)).isNull();
		verifyNoInteractions(this.descriptions);
	}

	@Test
	void nothingIsNotFound() {
		given(this.concerts.lock(9)).willReturn(Optional.empty());

		assertThatThrownBy(() -> this.programme.change(9, draft(PRICES, JUNE), Set.of()))
			.isInstanceOf(NotFoundException.class);
		assertThatThrownBy(() -> this.programme.withdraw(9)).isInstanceOf(NotFoundException.class);
	}

	@Test
	void soldSeatsAreCountedAfterTheCommit() {
		this.transactions.commit(() -> this.programme.change(1, draft(PRICES, JUNE, JULY), Set.of()));

		this.transactions.commit(() -> {
			this.programme.countSold(1, 11, 3);
			assertThat(this.cache.concert(1).show(11).seatsLeft()).isEqualTo(50);
		});
		this.transactions.rollBack(() -> this.programme.countSold(1, 11, 4));

		verify(this.seatsLeft).take(11, 3);
		assertThat(this.cache.concert(1).show(11).seatsLeft()).isEqualTo(47);
	}

	private static ConcertDraft draft(List<PriceBand> prices, Instant... shows) {
		return new ConcertDraft("T", "A", "V", "", NOW.minusSeconds(1), List.of(shows), prices);
	}

	private static <T> T withId(T entity, long id) {
		ReflectionTestUtils.setField(entity, "id", id);
		return entity;
	}

}
