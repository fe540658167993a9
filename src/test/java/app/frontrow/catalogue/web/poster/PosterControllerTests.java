package app.frontrow.catalogue.web.poster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.web.page.PageSlice;
import app.frontrow.shared.web.page.PageSliceConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

@PageSlice(PosterController.class)
class PosterControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private CatalogueQueryService catalogue;

	@BeforeEach
	void oneConcert() {
		given(this.catalogue.getConcert(7)).willReturn(concert("별무리 밴드"));
	}

	@Test
	void posterIsCachedPublicly() {
		assertThat(this.mvc.get().uri("/concerts/7/poster.svg")).hasStatusOk()
			.hasContentType("image/svg+xml;charset=UTF-8")
			.headers()
			.hasValue("Cache-Control", "max-age=604800, public")
			.doesNotContainHeader("Set-Cookie");
	}

	@Test
	void posterChangesWithItsConcert() {
		assertThat(this.mvc.get().uri("/concerts/7/poster.svg")).bodyText().contains("별무리 밴드");
		given(this.catalogue.getConcert(7)).willReturn(concert("Other Band"));

		assertThat(this.mvc.get().uri("/concerts/7/poster.svg")).bodyText()
			.contains("Other Band")
			.doesNotContain("별무리 밴드");
	}

	@Test
	void missingPosterHasNoBody() {
		given(this.catalogue.getConcert(8)).willThrow(new NotFoundException());

		assertThat(this.mvc.get().uri("/concerts/8/poster.svg").accept("image/*")).hasStatus(404).body().isEmpty();
	}

	private static Concert concert(String artist) {
		Instant start = PageSliceConfiguration.NOW.plus(Duration.ofDays(30));
		return new Concert(7, "Night", artist, "Hall", "About", PageSliceConfiguration.NOW, SaleStatus.ON_SALE, start,
				start, 50, List.of(new PriceBand("R", 1, 50, 80_000)));
	}

}
