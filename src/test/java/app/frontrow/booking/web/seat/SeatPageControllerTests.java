package app.frontrow.booking.web.seat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.booking.hold.SeatHoldService;
import app.frontrow.booking.seat.BookableShow;
import app.frontrow.booking.seat.Seat;
import app.frontrow.booking.seat.SeatMapService;
import app.frontrow.booking.seat.SeatNameFormatter;
import app.frontrow.booking.seat.SeatPlan;
import app.frontrow.booking.seat.SeatStatus;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.PageSlice;
import app.frontrow.shared.web.page.PageSliceConfiguration;
import app.frontrow.waitingroom.Admission;
import app.frontrow.waitingroom.QueueRefusals;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.Pass;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

@PageSlice(SeatPageController.class)
@Import(SeatNameFormatter.class)
class SeatPageControllerTests {

	private static final Instant START = PageSliceConfiguration.NOW.plus(Duration.ofDays(30));

	private static final String NO_STORE = "no-cache, no-store, max-age=0, must-revalidate";

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private SeatMapService seatMap;

	@MockitoBean
	private SeatHoldService seatHolds;

	@MockitoBean
	private CatalogueQueryService catalogue;

	@MockitoBean
	private WaitingRoomService waitingRoom;

	@MockitoBean
	private QueueTokenCookie tokens;

	@BeforeEach
	void admitted() {
		given(this.catalogue.getShow(70)).willReturn(new Show(70, 7, START, 50));
		given(this.catalogue.getConcert(7)).willReturn(new Concert(7, "Night", "Band", "Hall", "", Instant.EPOCH,
				SaleStatus.ON_SALE, START, START, 50, List.of()));
		given(this.seatHolds.maxSeats()).willReturn(4);
		UUID mina = PageSliceConfiguration.MINA.id();
		given(this.tokens.read(any(), eq(7L), eq(mina))).willReturn(Optional.of("token"));
		given(this.waitingRoom.requireTurn("token", mina, 7)).willReturn(new Admission(new Pass(7, mina, 1),
				new QueuePlace("token", 7, mina, PlaceStatus.ADMITTED, null, null, null, 5000L, Instant.EPOCH,
						PageSliceConfiguration.NOW, PageSliceConfiguration.NOW.plusSeconds(299), 299L, null, null),
				Duration.ofSeconds(299)));
		show(plan());
	}

	@Test
	void datesShowSeatsLeftAndTimeOfThePass() {
		given(this.seatMap.findShows(7))
			.willReturn(List.of(new BookableShow(70, 7, START, 12, 80_000), new BookableShow(71, 7, START, 0, 80_000)));

		assertThat(page("/concerts/7/shows")).hasStatusOk()
			.bodyText()
			.contains("href=\"/shows/70/seats\"", "12 seats left", "Full", "from ₩80,000",
					"data-testid=\"pass-remaining\"", "04:59")
			.doesNotContain("??");
	}

	@Test
	@ProvesRule(rule = "An open page of dates gets only the counts", guard = "SeatPageController.showSeatsLeft",
			brokenBy = "answering the whole page")
	void openPageGetsOnlyTheCounts() {
		given(this.seatMap.findShows(7)).willReturn(List.of(new BookableShow(70, 7, START, 11, 80_000)));

		assertThat(dates("HX-Request")).hasStatusOk()
			.bodyText()
			.contains("11 seats left", "id=\"left-70\"", "hx-swap-oob=\"true\"")
			.doesNotContain("<html", "<a", "pass-remaining", "??");
	}

	@Test
	void boostedLinkGetsTheWholePage() {
		given(this.seatMap.findShows(7)).willReturn(List.of(new BookableShow(70, 7, START, 12, 80_000)));

		assertThat(dates("HX-Request", "HX-Boosted")).bodyText()
			.contains("<html", "pass-remaining", "12 seats left", "id=\"left-70\"")
			.doesNotContain("hx-swap-oob");
	}

	@ParameterizedTest
	@CsvSource({ "1, Choose up to 1 seat<", "2, Choose up to 2 seats<", "4, Choose up to 4 seats<",
			"6, Choose up to 6 seats<" })
	void mapShowsTheLimitOfSeats(int most, String legend) {
		given(this.seatHolds.maxSeats()).willReturn(most);

		MvcTestResult map = page("/shows/70/seats");

		assertThat(map).bodyText()
			.contains(legend, "data-max=\"" + most + "\"", "data-limit=\"You can choose up to " + most);
		IntStream.rangeClosed(1, 7)
			.forEach((people) -> assertThat(text(map).contains("data-testid=\"best-" + people + "\""))
				.isEqualTo(people <= Math.min(most, 4)));
	}

	@Test
	void mapShowsTheStateOfEachSeat() {
		MvcTestResult map = page("/shows/70/seats");

		assertThat(map).hasStatusOk()
			.bodyText()
			.contains("aria-label=\"Row 2 seat 14, R, ₩120,000, available\"",
					"aria-label=\"Row 1 seat 2, VIP, ₩150,000, held by someone\"", "data-testid=\"hold-seats\"",
					"data-testid=\"selection-total\"", "name=\"_csrf\"")
			.doesNotContain("??");
		IntStream.rangeClosed(1, 50)
			.forEach((number) -> assertThat(box(map, number)).contains("name=\"seatNumbers\"",
					"value=\"" + number + "\""));
		assertThat(box(map, 1)).contains("data-status=\"available\"").doesNotContain("disabled");
		assertThat(box(map, 2)).contains("data-status=\"held\"", "disabled");
		assertThat(box(map, 3)).contains("data-status=\"sold\"", "disabled");
		assertThat(box(map, 4)).contains("data-status=\"mine\"", "disabled");
		assertThat(map).bodyText().contains("yours already");
	}

	@Test
	void nearestSeatsAreOfferedIfNoneAreTogether() {
		soldBut(1, 2, 4, 5);

		assertThat(page("/shows/70/seats?best=4")).bodyText()
			.contains("No 4 seats together are left", "Row 1 seat 1 · Row 1 seat 2 · Row 1 seat 4 · Row 1 seat 5");
		assertThat(page("/shows/70/seats?best=3&grade=R")).bodyText()
			.contains("Fewer than 3 such seats are left")
			.doesNotContain(" checked");
	}

	@Test
	void sizeOfThePartyIsLimited() {
		assertThat(page("/shows/70/seats?best=99")).hasStatusOk().bodyText().contains("Chosen for you");
		assertThat(page("/shows/70/seats?best=-1")).hasStatusOk().bodyText().contains("Chosen for you");
		assertThat(page("/shows/70/seats?best=many")).hasStatus(400);
	}

	@Test
	void singleSeatIsWarnedAbout() {
		assertThat(page("/shows/70/seats?seats=14,16&alone=true")).bodyText()
			.contains("Row 2 seat 15 would be left on its own", "name=\"anyway\" value=\"true\"");
		assertThat(page("/shows/70/seats?seats=14,15&alone=true")).bodyText().doesNotContain("hold-anyway");
		assertThat(page("/shows/70/seats?seats=14,16")).bodyText().doesNotContain("hold-anyway");
	}

	@Test
	void pagesAndStatesAreNotCached() {
		assertThat(page("/shows/70/seats")).headers().hasValue("Cache-Control", NO_STORE);
		assertThat(page("/shows/70/seats/states")).headers().hasValue("Cache-Control", "no-store");
	}

	@Test
	@ProvesRule(rule = "A map that has not changed is not sent again", guard = "SeatPageController.showSeatStates",
			brokenBy = "leaving out the tag")
	void unchangedStatesAreNotSentAgain() {
		String seen = page("/shows/70/seats/states").getResponse().getHeader("ETag");

		assertThat(states(seen)).hasStatus(304).body().isEmpty();
		soldBut(7);
		assertThat(states(seen)).hasStatusOk();
	}

	@Test
	void waitingMemberIsSentToTheQueue() {
		refuse(QueueRefusals.notYourTurn(7));

		for (String path : List.of("/concerts/7/shows", "/shows/70/seats")) {
			assertThat(page(path)).hasStatus(302)
				.hasRedirectedUrl("/concerts/7/queue")
				.cookies()
				.containsCookie("frontrow-flash");
		}
	}

	@Test
	@ProvesRule(rule = "The browser soon forgets the token of a pass that is over",
			guard = "SeatPageController.requireTurn", brokenBy = "leaving out clearSoon")
	void tokenOfAnEndedPassExpiresSoon() {
		refuse(QueueRefusals.expired(7));

		assertThat(page("/shows/70/seats")).hasStatus(410);
		assertThat(page("/concerts/7/shows")).hasStatus(410);

		verify(this.tokens, times(2)).clearSoon(any(), any(), eq(7L));
	}

	private void refuse(Refusal refusal) {
		given(this.waitingRoom.requireTurn(any(), any(), eq(7L))).willThrow(refusal);
	}

	private MvcTestResult page(String path) {
		return this.mvc.get().uri(path).with(PageSliceConfiguration.mina()).exchange();
	}

	private MvcTestResult dates(String... headers) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.get().uri("/concerts/7/shows");
		List.of(headers).forEach((header) -> request.header(header, "true"));
		return request.with(PageSliceConfiguration.mina()).exchange();
	}

	private MvcTestResult states(String seen) {
		return this.mvc.get()
			.uri("/shows/70/seats/states")
			.header("If-None-Match", seen)
			.with(PageSliceConfiguration.mina())
			.exchange();
	}

	private void show(SeatPlan plan) {
		given(this.seatMap.getPlan(70, PageSliceConfiguration.MINA.id())).willReturn(plan);
		given(this.seatMap.getPlan(70, PageSliceConfiguration.MINA.id())).willReturn(plan);
	}

	private void soldBut(Integer... free) {
		show(new SeatPlan(70, START, 2,
				plan().seats()
					.stream()
					.map((seat) -> new Seat(seat.number(), seat.grade(), seat.price(),
							List.of(free).contains(seat.number()) ? SeatStatus.AVAILABLE : SeatStatus.SOLD, false))
					.toList()));
	}

	private static String text(MvcTestResult page) {
		return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static String box(MvcTestResult map, int number) {
		String page = text(map);
		int mark = page.indexOf("data-testid=\"seat-" + number + "\"");
		return page.substring(page.lastIndexOf("<input", mark), page.indexOf('>', mark));
	}

	private static SeatPlan plan() {
		return new SeatPlan(70, START, 1, IntStream.rangeClosed(1, 50)
			.mapToObj((number) -> new Seat(number, (number <= 10) ? "VIP" : "R", (number <= 10) ? 150_000 : 120_000,
					(number == 2) ? SeatStatus.HELD
							: (number == 3 || number == 4) ? SeatStatus.SOLD : SeatStatus.AVAILABLE,
					number == 4))
			.toList());
	}

}
