package app.frontrow.catalogue.web.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.WaitingRoomOpeningPolicy;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.ConcertFilter;
import app.frontrow.catalogue.concert.ConcertSort;
import app.frontrow.catalogue.concert.ConcertTranslation;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.catalogue.concert.VisitDetails;
import app.frontrow.catalogue.filter.FilterOptions;
import app.frontrow.catalogue.filter.FilterOptionsService;
import app.frontrow.catalogue.web.SearchRateLimiter;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.page.PageSlice;
import app.frontrow.shared.web.page.PageSliceConfiguration;
import app.frontrow.shared.web.site.SiteAddressResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;

@PageSlice({ ConcertPageController.class, ConcertListPageController.class })
@Import(SharedPageFactory.class)
class ConcertPageControllerTests {

	private static final String ATTACK = "<script>alert('x')</script>";

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private CatalogueQueryService catalogue;

	@MockitoBean
	private SiteAddressResolver addresses;

	@MockitoBean
	private FilterOptionsService options;

	@MockitoBean
	private SearchRateLimiter limit;

	@MockitoBean
	private WaitingRoomOpeningPolicy opening;

	@BeforeEach
	void oneConcert() {
		given(this.opening.opensAt(any())).willAnswer((call) -> call.<Concert>getArgument(0).salesOpenAt());
		given(this.catalogue.search(any(), anyInt(), anyInt()))
			.willReturn(PageOf.of(List.of(concert(SaleStatus.ON_SALE, 50)), 0, 12, 1));
		given(this.catalogue.getConcert(7)).willReturn(concert(SaleStatus.ON_SALE, 50));
		given(this.addresses.resolve(any(), any()))
			.willAnswer((call) -> "https://tickets.example" + call.<String>getArgument(1));
		given(this.options.getOptions())
			.willReturn(new FilterOptions(List.of(YearMonth.of(2026, 11)), List.of("Hall <3")));
		given(this.catalogue.findShows(7))
			.willReturn(List.of(new Show(70, 7, PageSliceConfiguration.NOW.plus(Duration.ofDays(30)), 50)));
	}

	@Test
	void listIsAWholePageWithEscapedTexts() {
		assertThat(this.mvc.get().uri("/")).hasStatusOk()
			.bodyText()
			.contains("<html lang=\"en\"", "data-testid=\"concert-card\"", "&lt;script&gt;alert", "from ₩80,000",
					"On sale", "data-testid=\"language-switch\"", "/concerts/7/poster.svg?v=")
			.doesNotContain(ATTACK, "??", "data-testid=\"logout\"");
	}

	@Test
	void searchByHtmxGetsOnlyTheResults() {
		assertThat(this.mvc.get().uri("/?q=a").header("HX-Request", "true")).hasStatusOk()
			.bodyText()
			.contains("id=\"results\"", "data-testid=\"concert-card\"")
			.doesNotContain("<html", "<header", "_csrf", "??");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "true" })
	@ProvesRule(rule = "Searches are limited", guard = "ConcertListPageController", brokenBy = "leaving out check")
	void tooManySearchesAreRefusedInPlace(String htmx) {
		willThrow(new TooManyRequestsException(7)).given(this.limit)
			.check(new ConcertFilter("비 & 바람", null, null, "", ConcertSort.AVAILABILITY), "127.0.0.1");
		MockMvcRequestBuilder request = this.mvc.get().uri("/").queryParam("q", "비 & 바람");

		assertThat(htmx.isEmpty() ? request : request.header("HX-Request", "true")).hasStatus(429)
			.hasHeader("Retry-After", "7")
			.bodyText()
			.contains("id=\"results\"", "data-code=\"too-many-requests\"", htmx.isEmpty() ? "value=\"비 &amp; 바람\"" : "")
			.doesNotContain("data-testid=\"concert-card\"", "??");
	}

	@Test
	void pageAfterTheLastShowsAMessage() {
		given(this.catalogue.search(any(), anyInt(), anyInt())).willReturn(PageOf.of(List.of(), 9, 12, 15));
		assertThat(this.mvc.get().uri("/?page=9")).bodyText()
			.contains("not that many pages", "Show all concerts", "rel=\"prev\" href=\"/?page=1\"")
			.doesNotContain("no concerts yet", "Page 10", "rel=\"next\"");

		given(this.catalogue.search(any(), anyInt(), anyInt())).willReturn(PageOf.of(List.of(), 0, 12, 0));
		assertThat(this.mvc.get().uri("/")).bodyText().contains("no concerts yet").doesNotContain("Show all concerts");
	}

	@Test
	void filtersAreInTheAddressAndKeptOverPages() {
		given(this.catalogue.search(any(), anyInt(), anyInt()))
			.willReturn(PageOf.of(List.of(concert(SaleStatus.ON_SALE, 50)), 1, 12, 40));
		String filters = "q=a%26b&filter-month=2026-11&filter-venue=Hall%20%3C3&filter-status=ON_SALE&sort=PRICE";

		assertThat(this.mvc.get().uri(URI.create("/?" + filters + "&page=1"))).hasStatusOk()
			.bodyText()
			.contains("value=\"2026-11\" selected=\"selected\"", "value=\"Hall &lt;3\" dir=\"auto\" selected",
					"value=\"ON_SALE\" selected", "value=\"PRICE\" selected",
					"href=\"/?" + filters.replace("&", "&amp;") + "&amp;page=2\"")
			.doesNotContain("??", "<3");
		then(this.catalogue).should()
			.search(new ConcertFilter("a&b", SaleStatus.ON_SALE, YearMonth.of(2026, 11), "Hall <3", ConcertSort.PRICE),
					1, 12);
		assertThat(this.mvc.get().uri(URI.create("/?" + filters + "&page=1")).header("HX-Request", "true"))
			.hasHeader("HX-Replace-Url", "/?" + filters);
		assertThat(this.mvc.get().uri("/?q=&filter-month=&filter-venue=&sort=").header("HX-Request", "true"))
			.hasHeader("HX-Replace-Url", "/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "filter-month=2026-13", "filter-status=CHEAP", "sort=date" })
	void unknownFilterIsRefusedInPlace(String filter) {
		assertThat(this.mvc.get().uri("/?" + filter)).hasStatus(400)
			.bodyText()
			.contains("choose from the lists", "data-code=\"validation-failed\"", "data-testid=\"sort\"")
			.doesNotContain("data-testid=\"concert-card\"", "??");
	}

	@Test
	void joiningNeedsALogin() {
		assertThat(this.mvc.get().uri("/concerts/7")).bodyText()
			.contains("action=\"/concerts/7/queue\"", "name=\"afterLogin\" value=\"/concerts/7/queue?join\"")
			.doesNotContain(ATTACK, "??");
		assertThat(this.mvc.get().uri("/concerts/7").with(PageSliceConfiguration.mina())).bodyText()
			.contains("action=\"/concerts/7/queue\"", "name=\"_csrf\"", "data-testid=\"logout\"", "Mina &lt;3")
			.doesNotContain("afterLogin");
	}

	@Test
	void concertPageShowsTheStateOfTheSale() {
		given(this.catalogue.getConcert(1)).willReturn(concert(SaleStatus.UPCOMING, 50));
		given(this.catalogue.getConcert(2)).willReturn(concert(SaleStatus.SOLD_OUT, 0));
		given(this.catalogue.getConcert(3)).willReturn(concert(SaleStatus.ENDED, 3));
		given(this.catalogue.getConcert(4)).willReturn(concert(SaleStatus.ON_SALE, 3));

		assertThat(this.mvc.get().uri("/concerts/1")).bodyText()
			.contains("02:13:07", "data-at-end=\"reload\"", "data-then=\"On sale\"")
			.doesNotContain("join-queue");
		assertThat(this.mvc.get().uri("/concerts/2")).bodyText().contains("Sold out").doesNotContain("join-queue");
		assertThat(this.mvc.get().uri("/concerts/3")).bodyText().contains("is over").doesNotContain("join-queue");
		assertThat(this.mvc.get().uri("/concerts/4")).bodyText().contains("Few left", "join-queue");
	}

	@Test
	@ProvesRule(rule = "No text of a concert can end the script of its structured data",
			guard = "SharedPageFactory.escape", brokenBy = "returning the text")
	void searchEnginesGetAnEventThatNoTextCanLeave() throws Exception {
		given(this.catalogue.findShows(7)).willReturn(List.of(new Show(70, 7, PageSliceConfiguration.NOW, 16),
				new Show(71, 7, PageSliceConfiguration.NOW.plusSeconds(60), 17)));
		given(this.catalogue.getConcert(7)).willReturn(detailed("</script>" + ATTACK + "&amp;"));

		String page = this.mvc.get()
			.uri("/concerts/7")
			.exchange()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
		String event = page.replaceAll("(?s).*<script type=\"application/ld\\+json\">(.*?)</script>.*", "$1");

		JsonNode json = JsonMapper.shared().readTree(event);
		assertThat(json.at("/@type").asString()).isEqualTo("Event");
		assertThat(json.at("/name").asString()).isEqualTo("</script>" + ATTACK + "&amp;");
		assertThat(json.at("/startDate").asString()).isEqualTo("2026-11-02T19:00:00+09:00");
		assertThat(json.at("/doorTime").asString()).isEqualTo("2026-11-02T18:30:00+09:00");
		assertThat(json.at("/endDate").asString()).isEqualTo("2026-11-02T20:30:00+09:00");
		assertThat(json.at("/location/address").asString()).isEqualTo("1 Street");
		assertThat(json.at("/offers/availability").asString()).isEqualTo("https://schema.org/InStock");
		assertThat(json.at("/offers/lowPrice").asInt()).isEqualTo(80_000);
		assertThat(json.at("/subEvent")).hasSize(2);
		assertThat(page)
			.contains("rel=\"canonical\" href=\"https://tickets.example/concerts/7\"", "property=\"og:title\"")
			.doesNotContain(ATTACK);
	}

	@Test
	void detailsAreShownInTheLanguageOfTheReader() {
		given(this.catalogue.getConcert(7)).willReturn(detailed("한강의 밤"));

		assertThat(this.mvc.get().uri("/concerts/7")).bodyText()
			.contains(">Night on the Han<", "30 minutes before the start", "About 90 minutes", "8 and over", "1 Street",
					"href=\"https://maps.example/?a=1&amp;b=2\"", "No refunds &lt;3")
			.doesNotContain(">한강의 밤<", "??");
		assertThat(this.mvc.get().uri("/concerts/7").locale(Locale.KOREAN)).bodyText()
			.contains(">한강의 밤<", "공연 시작 30분 전", "8세 이상")
			.doesNotContain("Night on the Han", "??");
		given(this.catalogue.search(any(), anyInt(), anyInt()))
			.willReturn(PageOf.of(List.of(detailed("한강의 밤")), 0, 12, 1));
		assertThat(this.mvc.get().uri("/")).bodyText().contains(">Night on the Han<", "별무리 밴드");
	}

	private static Concert detailed(String title) {
		Concert plain = concert(SaleStatus.ON_SALE, 50);
		return new Concert(7, title, plain.artist(), plain.venue(), "About", plain.salesOpenAt(), plain.status(),
				plain.firstShowAt(), plain.lastShowAt(), 50, plain.prices(),
				new ConcertTranslation("en", title.startsWith("<") ? null : "Night on the Han", null, null, null),
				new VisitDetails("1 Street", "https://maps.example/?a=1&b=2", 30, 90, 8, "No refunds <3"), List.of());
	}

	@Test
	void pastShowIsOver() {
		given(this.catalogue.findShows(7)).willReturn(List.of(new Show(70, 7, PageSliceConfiguration.NOW, 16),
				new Show(71, 7, PageSliceConfiguration.NOW.plusSeconds(1), 17)));

		assertThat(this.mvc.get().uri("/concerts/7")).bodyText()
			.contains(">Past<", "17 seats left")
			.doesNotContain("16 seats left");
	}

	@Test
	void missingConcertIsAPageOfTheSite() {
		given(this.catalogue.getConcert(8)).willThrow(new NotFoundException());

		for (String path : List.of("/concerts/8", "/concerts/eight")) {
			assertThat(this.mvc.get().uri(path)).hasStatus(404)
				.bodyText()
				.contains("data-code=\"not-found\"", "<header", "See all concerts")
				.doesNotContain("??");
		}
	}

	private static Concert concert(SaleStatus status, int seatsLeft) {
		Instant start = PageSliceConfiguration.NOW.plus(Duration.ofDays(30));
		return new Concert(7, ATTACK, "별무리 밴드", "Hall", "About", PageSliceConfiguration.NOW.plusSeconds(7987), status,
				start, start, seatsLeft,
				List.of(new PriceBand("VIP", 1, 10, 150_000), new PriceBand("R", 11, 50, 80_000)));
	}

}
