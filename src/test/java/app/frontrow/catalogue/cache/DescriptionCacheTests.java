package app.frontrow.catalogue.cache;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import app.frontrow.catalogue.cache.ConcertReader.Description;
import app.frontrow.catalogue.concert.ConcertTexts;
import org.junit.jupiter.api.Test;

import static app.frontrow.catalogue.cache.CachedConcertFixture.concert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

class DescriptionCacheTests {

	private final CatalogueRepository reader = mock();

	private final DescriptionCache cache = new DescriptionCache(this.reader);

	@Test
	void onlyUnknownDescriptionsAreRead() {
		CachedConcert first = concert(1, "A", 1);
		CachedConcert second = concert(2, "B", 1);
		this.cache.put(first, texts("one"));
		given(this.reader.readDescriptions(List.of(2L))).willReturn(List.of(new Description(2, 1, texts("two"))));

		assertThat(this.cache.getDescriptions(List.of(first, second)))
			.isEqualTo(Map.of(1L, texts("one"), 2L, texts("two")));
		assertThat(this.cache.getDescriptions(List.of(second))).isEqualTo(Map.of(2L, texts("two")));

		verify(this.reader, times(1)).readDescriptions(List.of(2L));
		verifyNoMoreInteractions(this.reader);
	}

	@Test
	void descriptionOfAnEarlierRevisionIsNotUsed() {
		this.cache.put(concert(1, 1, "A", Instant.EPOCH, 1), texts("before"));
		given(this.reader.readDescriptions(List.of(1L))).willReturn(List.of(new Description(1, 2, texts("after"))));

		assertThat(this.cache.getDescriptions(List.of(concert(1, 2, "A", Instant.EPOCH, 1))))
			.isEqualTo(Map.of(1L, texts("after")));
	}

	private static ConcertTexts texts(String description) {
		return new ConcertTexts(description, null, null);
	}

}
