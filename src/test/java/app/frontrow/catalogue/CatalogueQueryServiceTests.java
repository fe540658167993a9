package app.frontrow.catalogue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import app.frontrow.catalogue.cache.CachedConcert;
import app.frontrow.catalogue.cache.CatalogueCache;
import app.frontrow.catalogue.cache.CatalogueCache.Reading;
import app.frontrow.catalogue.cache.CatalogueRepository;
import app.frontrow.catalogue.cache.ConcertLookup;
import app.frontrow.catalogue.cache.ConcertSearchService;
import app.frontrow.catalogue.cache.DescriptionCache;
import app.frontrow.catalogue.cache.NoOpTransactionExecutor;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.ConcertTexts;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static app.frontrow.catalogue.cache.CachedConcertFixture.NOW;
import static app.frontrow.catalogue.cache.CachedConcertFixture.concert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

class CatalogueQueryServiceTests {

	private final ConcertSearchService search = new ConcertSearchService();

	private final CatalogueCache cache = new CatalogueCache(this.search);

	private final CatalogueRepository reader = mock();

	private final DescriptionCache descriptions = mock();

	private final CatalogueQueryService catalogue = new CatalogueQueryService(
			new ConcertLookup(this.cache, this.reader), this.search, this.descriptions,
			Clock.fixed(NOW, ZoneOffset.UTC));

	@BeforeEach
	void everythingHasADescription() {
		given(this.descriptions.getDescriptions(any())).willAnswer((call) -> call.<List<CachedConcert>>getArgument(0)
			.stream()
			.collect(Collectors.toMap(CachedConcert::id,
					(concert) -> new ConcertTexts("About " + concert.id(), null, null))));
	}

	@Test
	void searchReturnsPages() {
		read(LongStream.rangeClosed(1, 25).mapToObj((id) -> concert(id, "Tour " + id, 5)).toList());

		PageOf<Concert> page = this.catalogue.search(" TOUR ", SaleStatus.ON_SALE, 2, 10);

		assertThat(page.items()).extracting(Concert::id).containsExactly(21L, 22L, 23L, 24L, 25L);
		assertThat(page.items()).extracting(Concert::description).startsWith("About 21");
		assertThat(List.of(page.totalItems(), (long) page.totalPages(), (long) page.page())).containsExactly(25L, 3L,
				2L);
		assertThat(this.catalogue.search(null, null, 0, 100).items()).hasSize(25);
		assertThat(this.catalogue.search("", SaleStatus.ENDED, 0, 10).totalItems()).isZero();
		assertThat(this.catalogue.search("", null, Integer.MAX_VALUE, 100).items()).isEmpty();
		verifyNoInteractions(this.reader);
	}

	@Test
	void concertReadInATransactionIsNotCached() {
		given(this.reader.readConcert(1)).willReturn(Optional.of(concert(1, "T", 5)));

		new NoOpTransactionExecutor().commit(() -> assertThat(this.catalogue.getConcert(1).title()).isEqualTo("T"));

		assertThat(this.cache.findConcert(1)).isNull();
	}

	@Test
	void withdrawnConcertIsNotReadAgain() {
		read(List.of(concert(1, "T", 5)));
		this.cache.withdraw(1);

		assertThatThrownBy(() -> this.catalogue.getConcert(1)).isInstanceOf(NotFoundException.class);
		assertThatThrownBy(() -> this.catalogue.getShow(100)).isInstanceOf(NotFoundException.class);
		verifyNoInteractions(this.reader);
	}

	@Test
	void concertWithdrawnBeforeItsDescriptionIsReadIsNotFound() {
		read(List.of(concert(1, "T", 5)));
		willReturn(Map.of()).given(this.descriptions).getDescriptions(any());

		assertThatThrownBy(() -> this.catalogue.getConcert(1)).isInstanceOf(NotFoundException.class);
	}

	@Test
	void showHasBegunAtItsStartTime() {
		assertThat(this.catalogue.hasBegun(new Show(1, 1, NOW.plusNanos(1), 50))).isFalse();
		assertThat(this.catalogue.hasBegun(new Show(1, 1, NOW, 50))).isTrue();
	}

	private Object read(List<CachedConcert> concerts) {
		try (Reading reading = this.cache.beginRefresh()) {
			reading.addFound(concerts);
		}
		return null;
	}

}
