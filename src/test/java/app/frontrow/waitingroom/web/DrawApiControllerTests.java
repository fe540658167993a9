package app.frontrow.waitingroom.web;

import java.time.Instant;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.security.ApiSlice;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.waitingroom.draw.Draw;
import app.frontrow.waitingroom.draw.DrawService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static app.frontrow.security.ApiSlice.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verifyNoInteractions;

@WebMvcTest(DrawApiController.class)
@Import(ApiSlice.class)
class DrawApiControllerTests {

	private static final String PATH = "/api/v1/concerts/42/draw";

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private DrawService draws;

	@MockitoBean
	private CatalogueQueryService catalogue;

	@Test
	void onlyTheCommitmentIsPublicBeforeTheDraw() {
		given(this.draws.getDraw(42)).willReturn(new Draw(42, "c0ffee", null, null, null));

		assertThat(json(show(200))).isEqualTo(json("""
				{"concertId": 42, "commitment": "c0ffee", "seed": null, "entrants": null, "drawnAt": null}"""));
	}

	@Test
	void seedAndEntrantsArePublicAfterTheDraw() {
		given(this.draws.getDraw(42))
			.willReturn(new Draw(42, "c0ffee", "5eed", 1_200L, Instant.parse("2030-05-01T11:00:00.250Z")));

		assertThat(json(show(200))).isEqualTo(json("""
				{"concertId": 42, "commitment": "c0ffee", "seed": "5eed", "entrants": 1200,
				 "drawnAt": "2030-05-01T11:00:00.250Z"}"""));
	}

	@Test
	void concertThatDoesNotExistHasNoDraw() {
		given(this.catalogue.getConcert(42)).willThrow(new NotFoundException());

		assertThat(json(show(404)).get("code").asString()).isEqualTo("not-found");
		verifyNoInteractions(this.draws);
	}

	private MvcTestResult show(int status) {
		MvcTestResult result = this.mvc.get().uri(PATH).exchange();
		assertThat(result).hasStatus(status);
		return result;
	}

}
