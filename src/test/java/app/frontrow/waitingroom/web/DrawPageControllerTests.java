package app.frontrow.waitingroom.web;

import java.time.Instant;
import java.util.List;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.web.page.PageSlice;
import app.frontrow.shared.web.page.PageSliceConfiguration;
import app.frontrow.waitingroom.draw.Draw;
import app.frontrow.waitingroom.draw.DrawService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

@PageSlice(DrawPageController.class)
class DrawPageControllerTests {

	private static final Instant OPENS = PageSliceConfiguration.NOW.plusSeconds(3_600);

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private DrawService draws;

	@MockitoBean
	private CatalogueQueryService catalogue;

	@BeforeEach
	void aConcertBeforeItsOpening() {
		given(this.catalogue.getConcert(7)).willReturn(new Concert(7, "<b>Night</b>", "Band", "Hall", "", OPENS,
				SaleStatus.UPCOMING, null, null, 50, List.of()));
		given(this.catalogue.getConcert(8)).willThrow(new NotFoundException());
		given(this.draws.getDraw(7)).willReturn(new Draw(7, "c0ffee", null, null, null));
	}

	@Test
	void seedIsNotShownBeforeTheDraw() {
		assertThat(this.mvc.get().uri("/concerts/7/draw")).hasStatusOk()
			.bodyText()
			.contains("data-testid=\"draw-commitment\">c0ffee<", "revealed when sales open", "20:00",
					"&lt;b&gt;Night&lt;/b&gt;")
			.doesNotContain("draw-seed", "draw-entrants", "<b>Night", "??");
	}

	@Test
	void seedIsShownAfterTheDraw() {
		given(this.draws.getDraw(7)).willReturn(new Draw(7, "c0ffee", "5eed", 1_200L, OPENS));

		assertThat(this.mvc.get().uri("/concerts/7/draw")).hasStatusOk()
			.bodyText()
			.contains("data-testid=\"draw-commitment\">c0ffee<", "data-testid=\"draw-seed\">5eed<",
					"data-testid=\"draw-entrants\">1200<", "has taken place")
			.doesNotContain("revealed when", "??");
	}

	@Test
	void drawWithoutEntrantsIsShown() {
		given(this.draws.getDraw(7)).willReturn(new Draw(7, "c0ffee", "5eed", 0L, OPENS));

		assertThat(this.mvc.get().uri("/concerts/7/draw")).bodyText().contains("data-testid=\"draw-entrants\">0<");
	}

	@Test
	void pageIsAvailableInKorean() {
		assertThat(this.mvc.get().uri("/concerts/7/draw").header("Accept-Language", "ko")).bodyText()
			.contains("<html lang=\"ko\"", "추첨")
			.doesNotContain("??");
	}

	@Test
	void concertThatDoesNotExistHasNoDraw() {
		assertThat(this.mvc.get().uri("/concerts/8/draw")).hasStatus(404)
			.bodyText()
			.contains("data-code=\"not-found\"");
	}

}
