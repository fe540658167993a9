package app.frontrow.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import app.frontrow.shared.NotFoundException;
import org.junit.jupiter.api.Test;

import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

class CatalogueTests {

	private static final Instant NOW = Instant.parse("2030-05-01T00:00:00Z");

	private final Concerts concerts = mock();

	private final Shows shows = mock();

	private final Catalogue catalogue = new Catalogue(this.concerts, this.shows, Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void searchTakesTheTextLiterally() {
		given(this.concerts.search(any(), any(), any(), any()))
			.willReturn(new PageImpl<>(List.of(), PageRequest.of(2, 10), 0));

		assertThat(this.catalogue.search(" 100%_! ", SaleStatus.ON_SALE, 2, 10).items()).isEmpty();
		this.catalogue.search(null, null, 0, 20);

		verify(this.concerts).search("100!%!_!!", "ON_SALE", NOW, PageRequest.of(2, 10));
		verify(this.concerts).search("", null, NOW, PageRequest.of(0, 20));
	}

	@Test
	void whatIsNotThereIsNotFound() {
		given(this.concerts.findByIdAndWithdrawnFalse(anyLong())).willReturn(Optional.empty());
		given(this.shows.findByIdAndWithdrawnFalse(anyLong())).willReturn(Optional.empty());

		assertThatThrownBy(() -> this.catalogue.concert(1)).isInstanceOf(NotFoundException.class);
		assertThatThrownBy(() -> this.catalogue.show(1)).isInstanceOf(NotFoundException.class);
	}

	@Test
	void showBeginsAtItsVeryInstant() {
		assertThat(this.catalogue.hasBegun(new Show(1, 1, NOW.plusNanos(1), 50))).isFalse();
		assertThat(this.catalogue.hasBegun(new Show(1, 1, NOW, 50))).isTrue();
	}

}
