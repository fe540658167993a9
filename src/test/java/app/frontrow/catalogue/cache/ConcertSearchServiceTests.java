package app.frontrow.catalogue.cache;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import app.frontrow.catalogue.concert.ConcertDetails;
import app.frontrow.catalogue.concert.ConcertFilter;
import app.frontrow.catalogue.concert.ConcertSort;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.catalogue.text.SearchTextNormalizer;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static app.frontrow.catalogue.cache.CachedConcertFixture.NOW;
import static app.frontrow.catalogue.cache.CachedConcertFixture.concert;
import static org.assertj.core.api.Assertions.assertThat;

class ConcertSearchServiceTests {

	private static final Instant YESTERDAY = NOW.minusSeconds(86_400);

	private final ConcertSearchService search = new ConcertSearchService();

	@Test
	void upcomingConcertsComeFirstInOrderOfTime() {
		Instant tomorrow = NOW.plusSeconds(86_400);
		this.search.rebuild(List.of(concert(1, 1, "over", YESTERDAY, 50), concert(2, 1, "late", tomorrow, 50),
				concert(4, 1, "soon", NOW.plusSeconds(1), 50), concert(3, 1, "soon too", NOW.plusSeconds(1), 50)));
		this.search.add(List.of(concert(5, 1, "just now over", NOW, 50), concert(6, 1, "running", YESTERDAY, 50, 1, 1),
				concert(7, 1, "last", tomorrow.plusSeconds(1), 50)));

		assertThat(find("")).containsExactly(6L, 3L, 4L, 2L, 7L, 1L, 5L);
		assertThat(find("O")).containsExactly(3L, 4L, 1L, 5L);
	}

	@Test
	void statusFollowsTheClock() {
		CachedConcert concert = new CachedConcert(
				new ConcertDetails(1, 1, "T", "A", "V", NOW, NOW.plusSeconds(10), NOW.plusSeconds(20), List.of()),
				List.of(new Show(100, 1, NOW.plusSeconds(10), 5), new Show(101, 1, NOW.plusSeconds(20), 0)));
		this.search.add(List.of(concert));

		assertThat(statusAt(NOW.minusNanos(1_000))).isEqualTo(SaleStatus.UPCOMING);
		assertThat(statusAt(NOW)).isEqualTo(SaleStatus.ON_SALE);
		assertThat(statusAt(NOW.plusSeconds(10).minusNanos(1))).isEqualTo(SaleStatus.ON_SALE);
		assertThat(statusAt(NOW.plusSeconds(10))).isEqualTo(SaleStatus.SOLD_OUT);
		assertThat(statusAt(NOW.plusSeconds(20))).isEqualTo(SaleStatus.ENDED);
	}

	@Test
	void soldOutConcertIsFoundAsSoldOutAtOnce() {
		CachedConcert concert = concert(1, "T", 5);
		this.search.add(List.of(concert));
		assertThat(statusAt(NOW)).isEqualTo(SaleStatus.ON_SALE);

		assertThat(concert.setSeatsLeft(100, 4)).isFalse();
		assertThat(concert.setSeatsLeft(100, 0)).isTrue();
		this.search.markSoldOutChanged();

		assertThat(statusAt(NOW)).isEqualTo(SaleStatus.SOLD_OUT);
	}

	@Test
	void changedConcertIsFoundOnlyByItsNewText() {
		CachedConcert before = concert(1, "Before", 5);
		this.search.rebuild(List.of(before));
		assertThat(find("before")).containsExactly(1L);

		before.supersede();
		this.search.add(List.of(concert(1, 2, "After", NOW.plusSeconds(1), 5)));
		assertThat(find("before")).isEmpty();
		assertThat(find("after")).containsExactly(1L);
		assertThat(find("")).containsExactly(1L);
	}

	@Test
	void rebuiltIndexKeepsConcertsAddedMeanwhile() {
		CachedConcert first = concert(1, "First", 5);
		CachedConcert second = concert(2, "Second", 5);
		CachedConcert third = concert(3, "Third", 5);
		this.search.add(List.of(first, second, third));
		third.supersede();

		this.search.rebuild(List.of(first));

		assertThat(find("")).containsExactly(1L, 2L);
		assertThat(this.search.hasManyChanges()).isFalse();
		this.search.add(LongStream.range(10, 1_100).mapToObj((id) -> concert(id, "X", 1)).toList());
		assertThat(this.search.hasManyChanges()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "하수", "수", "은하수 투어", "sol", "SÓL", "🎻", "100%", "_", "%", "!", "hall", "t\u0301ou",
			"은 하수투어", "ㅇㅎㅅ", "ㅅ ㅌㅇ", "MAY", "5월", "2030-05", "은하수 5월", "may 2030 tour" })
	void concertIsFoundByAPartOfAnyField(String typed) {
		this.search.rebuild(List.of(concert(1, "은하수 투어 100%_! Sólveig 🎻 Tour", 5)));

		assertThat(find(typed)).containsExactly(1L);
		assertThat(find(Normalizer.normalize(typed, Normalizer.Form.NFD))).containsExactly(1L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "은수", "t%r", "to_r", "\0", "e\0a", "\0a", "artist hall", "ㅅㅎ", "🎸", "6월" })
	void otherTextIsNotFound(String typed) {
		this.search.rebuild(List.of(concert(1, "은하수 Tour e", 5)));
		this.search.add(List.of(concert(2, "은하수 Tour e", 5)));

		assertThat(find(typed)).isEmpty();
	}

	@Test
	@ProvesRule(rule = "Concerts that can be bought come first, sold out and past ones last",
			guard = "ConcertSearchService.rank", brokenBy = "giving UPCOMING and ON_SALE the same rank")
	void eachOrderHasItsOwnFirst() {
		List<PriceBand> cheap = List.of(new PriceBand("S", 1, 50, 10));
		this.search.rebuild(List.of(sale(1, 1, 0, 0), sale(2, 2, 9, 50), sale(3, 5, 0, 50), sale(4, -5, 0, 50)));
		this.search.add(List.of(sale(5, 3, 8, 50), sale(6, 4, 0, 50, cheap)));

		assertThat(sorted(ConcertSort.AVAILABILITY)).containsExactly(6L, 3L, 2L, 5L, 1L, 4L);
		assertThat(sorted(ConcertSort.DATE)).containsExactly(1L, 2L, 5L, 6L, 3L, 4L);
		assertThat(sorted(ConcertSort.OPENING)).containsExactly(5L, 2L, 6L, 3L, 1L, 4L);
		assertThat(sorted(ConcertSort.PRICE)).containsExactly(6L, 1L, 2L, 5L, 3L, 4L);
	}

	@Test
	void soldOutConcertMovesBackAtOnce() {
		CachedConcert first = concert(1, "T", 5);
		this.search.add(List.of(first, concert(2, "T", 5)));
		assertThat(sorted(ConcertSort.AVAILABILITY)).containsExactly(1L, 2L);

		first.setSeatsLeft(100, 0);
		this.search.markSoldOutChanged();

		assertThat(sorted(ConcertSort.AVAILABILITY)).containsExactly(2L, 1L);
	}

	@Test
	void filtersSelectMonthAndVenue() {
		Instant beforeMidnightInSeoul = Instant.parse("2030-05-31T14:59:59Z");
		this.search.rebuild(List.of(concert(1, 1, "May", beforeMidnightInSeoul, 50),
				concert(2, 1, "June", beforeMidnightInSeoul.plusSeconds(1), 50),
				concert(3, 1, "Both", beforeMidnightInSeoul, 50, 50)));

		assertThat(find(new ConcertFilter("", null, YearMonth.of(2030, 5), "", null))).containsExactly(1L, 3L);
		assertThat(find(new ConcertFilter("", null, YearMonth.of(2030, 6), "Hall", null))).containsExactly(3L, 2L);
		assertThat(find(new ConcertFilter("both", null, YearMonth.of(2030, 6), "", null))).containsExactly(3L);
		assertThat(find(new ConcertFilter("", null, YearMonth.of(2031, 5), "", null))).isEmpty();
		assertThat(find(new ConcertFilter("", null, null, "Hal", null))).isEmpty();
		assertThat(find("june 2030")).containsExactly(3L, 2L);
		assertThat(find("6월")).containsExactly(3L, 2L);
		assertThat(find("2031년 6월")).isEmpty();
	}

	private List<Long> sorted(ConcertSort sort) {
		return find(new ConcertFilter("", null, null, "", sort));
	}

	private static CachedConcert sale(long id, int inDays, int opensInHours, int left) {
		return sale(id, inDays, opensInHours, left, CachedConcertFixture.PRICES);
	}

	private static CachedConcert sale(long id, int inDays, int opensInHours, int left, List<PriceBand> prices) {
		Instant start = NOW.plus(Duration.ofDays(inDays));
		return new CachedConcert(new ConcertDetails(id, 1, "T", "A", "V", NOW.plus(Duration.ofHours(opensInHours)),
				start, start, prices), List.of(new Show(100 * id, id, start, left)));
	}

	@Test
	void textLongerThanAnyTitleIsNotFound() {
		this.search.rebuild(List.of(concert(1, "a".repeat(200), 5)));

		assertThat(find("a".repeat(10_000))).isEmpty();
		assertThat(find("a".repeat(200))).containsExactly(1L);
	}

	@Test
	void indexFindsTheSameAsAFullScan() {
		Random random = new Random(7);
		List<CachedConcert> concerts = new ArrayList<>();
		for (int id = 1; id <= 2_000; id++) {
			concerts.add(concert(id, 1, word(random, 12), NOW.plusSeconds(random.nextInt(2_000) - 1_000), 1));
		}
		this.search.rebuild(concerts.subList(0, 1_500));
		this.search.add(concerts.subList(1_500, 2_000));

		for (int i = 0; i < 300; i++) {
			String text = SearchTextNormalizer.normalizeQuery(word(random, 1 + random.nextInt(4)));
			assertThat(find(text)).as(text)
				.isEqualTo(concerts.stream()
					.filter((concert) -> concert.searchText().contains(text))
					.sorted(Comparator.comparing((CachedConcert concert) -> concert.isOver(micros()))
						.thenComparing(CachedConcert.SOONEST_FIRST))
					.map(CachedConcert::id)
					.toList());
		}
	}

	private static String word(Random random, int length) {
		StringBuilder word = new StringBuilder();
		for (int i = 0; i < length; i++) {
			word.append("가나다라 ab".charAt(random.nextInt(7)));
		}
		return word.toString();
	}

	private SaleStatus statusAt(Instant now) {
		List<SaleStatus> found = Arrays.stream(SaleStatus.values())
			.filter((status) -> this.search.find(new ConcertFilter("", status, null, "", null),
					CachedConcertFixture.micros(now)).length == 1)
			.toList();
		assertThat(found).hasSize(1);
		return found.get(0);
	}

	private List<Long> find(String text) {
		return find(new ConcertFilter(text, null, null, "", ConcertSort.DATE));
	}

	private List<Long> find(ConcertFilter filter) {
		return Arrays.stream(this.search.find(filter, micros())).map(CachedConcert::id).toList();
	}

	private static long micros() {
		return CachedConcertFixture.micros(NOW);
	}

}
