package app.frontrow.catalogue.filter;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import app.frontrow.catalogue.cache.CachedConcert;
import app.frontrow.catalogue.cache.CatalogueCache;
import app.frontrow.catalogue.cache.ConcertSearchService;
import app.frontrow.catalogue.concert.ConcertDetails;
import app.frontrow.catalogue.concert.Show;
import org.junit.jupiter.api.Test;

import static app.frontrow.catalogue.cache.CachedConcertFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class FilterOptionsServiceTests {

	private final ConcertSearchService search = new ConcertSearchService();

	private final CatalogueCache cache = new CatalogueCache(this.search);

	private final FilterOptionsService options = new FilterOptionsService(this.search,
			Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void onlyWhatIsStillToComeCanBeChosen() {
		this.cache.put(concert(1, "Past Hall", -40));
		this.cache.put(concert(2, "Hall", -40, 0, 40, 41));

		assertThat(this.options.getOptions())
			.isEqualTo(new FilterOptions(List.of(YearMonth.of(2030, 6)), List.of("Hall")));

		this.cache.put(concert(3, "Arcade", 400));
		assertThat(this.options.getOptions()).isEqualTo(
				new FilterOptions(List.of(YearMonth.of(2030, 6), YearMonth.of(2031, 6)), List.of("Arcade", "Hall")));

		this.cache.withdraw(3);
		assertThat(this.options.getOptions().venues()).containsExactly("Hall");
	}

	@Test
	void ofManyVenuesThoseWithTheMostConcertsCanBeChosen() {
		Stream
			.concat(LongStream.rangeClosed(1, 60).mapToObj((id) -> concert(id, "Small " + (100 + id), 1)),
					LongStream.rangeClosed(61, 62).mapToObj((id) -> concert(id, "Zenith", 1)))
			.forEach(this.cache::put);

		assertThat(this.options.getOptions().venues()).hasSize(50)
			.isSorted()
			.contains("Small 101", "Zenith")
			.doesNotContain("Small 160");
	}

	private static CachedConcert concert(long id, String venue, int... days) {
		List<Show> shows = IntStream.range(0, days.length)
			.mapToObj((i) -> new Show(100 * id + i, id, NOW.plus(Duration.ofDays(days[i])), 50))
			.toList();
		return new CachedConcert(new ConcertDetails(id, 1, "T", "A", venue, NOW, shows.get(0).startsAt(),
				shows.get(shows.size() - 1).startsAt(), List.of()), shows);
	}

}
