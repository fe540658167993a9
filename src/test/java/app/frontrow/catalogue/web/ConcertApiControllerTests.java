package app.frontrow.catalogue.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.ConcertDraft;
import app.frontrow.catalogue.ConcertHasSalesException;
import app.frontrow.catalogue.PriceBand;
import app.frontrow.catalogue.Programme;
import app.frontrow.catalogue.SaleStatus;
import app.frontrow.catalogue.SearchLimit;
import app.frontrow.catalogue.Show;
import app.frontrow.catalogue.ShowsLeftOutException;
import app.frontrow.members.ApiSlice;
import app.frontrow.shared.NotFoundException;
import app.frontrow.shared.PageOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static app.frontrow.members.ApiSlice.ADMIN;
import static app.frontrow.members.ApiSlice.by;
import static app.frontrow.members.ApiSlice.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

@WebMvcTest(ConcertApiController.class)
@Import(ApiSlice.class)
class ConcertApiControllerTests {

	private static final Instant OPENING = Instant.parse("2030-05-01T09:00:00Z");

	private static final Instant SHOW = Instant.parse("2030-06-01T10:00:00Z");

	private static final List<PriceBand> PRICES = List.of(new PriceBand("R", 1, 50, 120_000));

	private static final Concert CONCERT = new Concert(42, "은하수 투어", "Band", "Hall", "A night.", OPENING,
			SaleStatus.ON_SALE, SHOW, SHOW.plusSeconds(60), 77, PRICES);

	private static final String CONCERT_JSON = """
			{"id": 42, "title": "은하수 투어", "artist": "Band", "venue": "Hall", "description": "A night.",
			 "salesOpenAt": "2030-05-01T09:00:00Z", "status": "ON_SALE", "firstShowAt": "2030-06-01T10:00:00Z",
			 "lastShowAt": "2030-06-01T10:01:00Z", "seatsLeft": 77,
			 "prices": [{"grade": "R", "fromSeat": 1, "toSeat": 50, "price": 120000}]}""";

	private static final String REQUEST_JSON = """
			{"title": "은하수 투어", "artist": "Band", "venue": "Hall", "description": "A night.",
			 "salesOpenAt": "2030-05-01T18:00:00+09:00", "shows": [{"startsAt": "2030-06-01T10:00:00Z"}],
			 "prices": [{"grade": "R", "fromSeat": 1, "toSeat": 50, "price": 120000}]}""";

	private static final ConcertDraft DRAFT = new ConcertDraft("은하수 투어", "Band", "Hall", "A night.", OPENING,
			List.of(SHOW), PRICES);

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Catalogue catalogue;

	@MockitoBean
	private SearchLimit limit;

	@MockitoBean
	private Programme programme;

	@Test
	void search() {
		given(this.catalogue.search("투어", SaleStatus.ON_SALE, 2, 10))
			.willReturn(PageOf.of(List.of(CONCERT), 2, 10, 21));

		MvcTestResult result = this.mvc.get()
			.uri("/api/v1/concerts")
			.param("q", "투어")
			.param("status", "ON_SALE")
			.param("page", "2")
			.param("size", "10")
			.exchange();

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json("""
				{"items": [%s], "page": 2, "size": 10, "totalItems": 21, "totalPages": 3}""".formatted(CONCERT_JSON)));
	}

	@Test
	void searchWithoutAnything() {
		given(this.catalogue.search(null, null, 0, 20)).willReturn(PageOf.of(List.of(), 0, 20, 0));

		assertThat(json(this.mvc.get().uri("/api/v1/concerts").exchange())).isEqualTo(json("""
				{"items": [], "page": 0, "size": 20, "totalItems": 0, "totalPages": 0}"""));
	}

	@Test
	void unknownStatusIsAFieldAtFault() {
		MvcTestResult result = this.mvc.get().uri("/api/v1/concerts?status=GONE").exchange();

		assertThat(result).hasStatus(400);
		assertThat(json(result).get("errors")).isEqualTo(json("""
				[{"field": "status", "message": "This is not a value of the right type."}]"""));
	}

	@Test
	void concert() {
		given(this.catalogue.concert(42)).willReturn(CONCERT);

		MvcTestResult result = this.mvc.get().uri("/api/v1/concerts/42").exchange();

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json(CONCERT_JSON));
	}

	@ParameterizedTest
	@ValueSource(strings = { "9", "0", "-1", "abc", "99999999999999999999", "1.5" })
	void concertThatIsNotThere(String id) {
		given(this.catalogue.concert(anyLong())).willThrow(new NotFoundException());

		MvcTestResult result = this.mvc.get().uri("/api/v1/concerts/" + id).exchange();

		assertThat(result).hasStatus(404);
		assertThat(json(result).get("code").asString()).isEqualTo("not-found");
	}

	@Test
	void register() {
		given(this.programme.register(DRAFT)).willReturn(42L);
		given(this.catalogue.concert(42)).willReturn(CONCERT);

		MvcTestResult result = this.mvc.post()
			.uri("/api/v1/concerts")
			.with(by(ADMIN))
			.contentType(MediaType.APPLICATION_JSON)
			.content(REQUEST_JSON)
			.exchange();

		assertThat(result).hasStatus(201);
		assertThat(result.getResponse().getHeader("Location")).isEqualTo("/api/v1/concerts/42");
		assertThat(json(result)).isEqualTo(json(CONCERT_JSON));
	}

	@Test
	void descriptionMayBeLeftOut() {
		given(this.programme.register(new ConcertDraft("은하수 투어", "Band", "Hall", "", OPENING, List.of(SHOW), PRICES)))
			.willReturn(42L);

		assertThat(this.mvc.post()
			.uri("/api/v1/concerts")
			.with(by(ADMIN))
			.contentType(MediaType.APPLICATION_JSON)
			.content(REQUEST_JSON.replace("\"description\": \"A night.\",", ""))).hasStatus(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"title\": \"은하수 투어\"", "\"salesOpenAt\": \"2030-05-01T18:00:00+09:00\"",
			"{\"startsAt\": \"2030-06-01T10:00:00Z\"}", "\"price\": 120000", "\"fromSeat\": 1", "\"grade\": \"R\"" })
	void everyPartIsNeeded(String part) {
		String without = REQUEST_JSON.replace(part, part.startsWith("{") ? "null" : part.split(":")[0] + ": null");

		MvcTestResult result = this.mvc.post()
			.uri("/api/v1/concerts")
			.with(by(ADMIN))
			.contentType(MediaType.APPLICATION_JSON)
			.content(without)
			.exchange();

		assertThat(result).hasStatus(400);
		assertThat(json(result).get("errors").size()).isEqualTo(1);
		verifyNoInteractions(this.programme);
	}

	@Test
	void change() {
		given(this.catalogue.concert(42)).willReturn(CONCERT);

		MvcTestResult result = change(REQUEST_JSON);

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json(CONCERT_JSON));
		verify(this.programme).change(42, DRAFT, Set.of());
	}

	@Test
	void changeNamesTheShowsToWithdraw() {
		assertThat(change(REQUEST_JSON.replaceFirst("\\{", "{\"withdrawShows\": [7, 8],"))).hasStatus(200);

		verify(this.programme).change(42, DRAFT, Set.of(7L, 8L));
	}

	@Test
	void changeThatLeavesOutShowsIsRefusedWithThem() {
		willThrow(new ShowsLeftOutException(42, List.of(new Show(7, 42, SHOW, 50)))).given(this.programme)
			.change(42, DRAFT, Set.of());

		MvcTestResult result = change(REQUEST_JSON);

		assertThat(result).hasStatus(409);
		assertThat(json(result).get("code").asString()).isEqualTo("shows-left-out");
		assertThat(json(result).get("concertId").asLong()).isEqualTo(42);
		assertThat(json(result).get("shows")).isEqualTo(json("""
				[{"id": 7, "startsAt": "2030-06-01T10:00:00Z"}]"""));
	}

	@Test
	void withdraw() {
		assertThat(this.mvc.delete().uri("/api/v1/concerts/42").with(by(ADMIN))).hasStatus(204).body().isEmpty();

		verify(this.programme).withdraw(42);
	}

	@Test
	void concertWithSalesStays() {
		willThrow(new ConcertHasSalesException(42)).given(this.programme).withdraw(42);

		MvcTestResult result = this.mvc.delete().uri("/api/v1/concerts/42").with(by(ADMIN)).exchange();

		assertThat(result).hasStatus(409);
		assertThat(json(result).get("code").asString()).isEqualTo("concert-has-sales");
		assertThat(json(result).get("concertId").asLong()).isEqualTo(42);
	}

	private MvcTestResult change(String body) {
		return this.mvc.put()
			.uri("/api/v1/concerts/42")
			.with(by(ADMIN))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
