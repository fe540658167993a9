package app.frontrow.waitingroom.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.NotReadyException;
import app.frontrow.shared.web.page.PageSlice;
import app.frontrow.shared.web.page.PageSliceConfiguration;
import app.frontrow.waitingroom.JoinResult;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.waitingroom.SeatAvailability;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.limit.JoinRateLimiter;
import app.frontrow.waitingroom.place.EndReason;
import app.frontrow.waitingroom.place.Estimate;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.policy.QueueControl;
import app.frontrow.waitingroom.policy.QueueControlService;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueSettings;
import app.frontrow.waitingroom.redis.EarlierConcertException;
import app.frontrow.waitingroom.redis.NewerLayoutException;
import app.frontrow.waitingroom.redis.QueueRecoveringException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

@PageSlice({ QueuePageController.class, QueuePlaceController.class })
@EnableConfigurationProperties(QueueSettings.class)
@Import(WaitingViewFactory.class)
class QueuePageControllerTests {

	private static final UUID MINA = PageSliceConfiguration.MINA.id();

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private WaitingRoomService waitingRoom;

	@MockitoBean
	private JoinRateLimiter joinLimit;

	@MockitoBean
	private SeatAvailability seats;

	@MockitoBean
	private QueueControlService controls;

	@MockitoBean
	private QueueTokenCookie tokens;

	@MockitoBean
	private CatalogueQueryService catalogue;

	@BeforeEach
	void inLine() {
		given(this.catalogue.getConcert(7)).willReturn(concert(200));
		given(this.seats.findFreeSeats(7)).willReturn(OptionalInt.of(0));
		given(this.controls.findControl(7)).willReturn(new QueueControl(100, 20, QueueMode.OPEN, null));
		given(this.tokens.read(any(), eq(7L))).willReturn(Optional.of("token"));
		given(this.tokens.read(any(), eq(7L), eq(MINA))).willReturn(Optional.of("token"));
		given(this.waitingRoom.look("token")).willReturn(waiting(128, MINA));
	}

	@Test
	void pageShowsThePlaceAndPollsAfterTheInterval() {
		assertThat(page("/concerts/7/queue?from=254")).hasStatusOk()
			.bodyText()
			.contains("data-testid=\"queue-position\">128<", "data-testid=\"queue-ahead\">127<", "2–4 minutes",
					"data-testid=\"leave-queue\"", "load delay:2500ms", "value=\"50\"",
					"<title>№ 128 · Night · Frontrow",
					"http-equiv=\"refresh\" content=\"2; url=/concerts/7/queue?from=254\"", "for 15 minutes",
					"127 people of the 254 ahead of you have", "data-testid=\"queue-seats\">0<")
			.doesNotContain("??");
	}

	@Test
	@ProvesRule(rule = "After a loss the page says that the place is kept, and asks again",
			guard = "QueuePageController.show", brokenBy = "not catching QueueRecoveringException")
	void settlingQueueHasACalmPage() {
		given(this.waitingRoom.look("token")).willThrow(new QueueRecoveringException());

		assertThat(page("/concerts/7/queue?from=254")).hasStatus(503)
			.hasHeader("Retry-After", "3")
			.bodyText()
			.contains("data-testid=\"queue-settling\"", "Your place is kept",
					"http-equiv=\"refresh\" content=\"3; url=/concerts/7/queue?from=254\"")
			.doesNotContain("queue-ended", "id=\"place\"", "??");
	}

	static Stream<NotReadyException> refusals() {
		return Stream.of(new EarlierConcertException(), new NewerLayoutException());
	}

	@ParameterizedTest
	@MethodSource("refusals")
	@ProvesRule(rule = "A queue of a later concert or release makes visitors come again, and promises no place",
			guard = "QueuePageController.show",
			brokenBy = "not catching EarlierConcertException or NewerLayoutException")
	void queueOfALaterConcertOrReleaseHasACalmPage(NotReadyException refusal) {
		given(this.waitingRoom.look("token")).willThrow(refusal);

		assertThat(page("/concerts/7/queue?from=254")).hasStatus(503)
			.hasHeader("Retry-After", "3")
			.bodyText()
			.contains("data-reason=\"updating\"", "brought up to date",
					"http-equiv=\"refresh\" content=\"3; url=/concerts/7/queue?from=254\"")
			.doesNotContain("Your place is kept", "queue-ended", "id=\"place\"", "??");
	}

	@Test
	void pausedQueueSaysSo() {
		given(this.controls.findControl(7)).willReturn(new QueueControl(100, 20, QueueMode.PAUSED, null));

		assertThat(page("/concerts/7/queue")).bodyText()
			.contains("data-testid=\"queue-paused\"", "Your place is kept, and the queue will move on");
	}

	@Test
	void pollReturnsOnlyThePlaceWithoutASession() {
		MvcTestResult poll = this.mvc.get().uri("/concerts/7/queue/place?from=254").exchange();

		assertThat(poll).hasStatusOk()
			.bodyText()
			.contains("<title>№ 128 · Night · Frontrow</title>", "id=\"place\"", "load delay:2500ms")
			.doesNotContain("<html", "<header", "<form", "??");
		assertThat(poll.getRequest().getSession(false)).isNull();
		assertThat(poll).headers().doesNotContainHeader("Set-Cookie");
	}

	@ParameterizedTest
	@CsvSource({ "EXPIRED, /concerts/7/queue", "COMPLETED, /concerts/7/queue", "SOLD_OUT, /concerts/7/queue",
			"LEFT, /concerts/7/queue" })
	void pollEndsWhenWaitingEnds(PlaceStatus status, String next) {
		given(this.waitingRoom.look("token")).willReturn(over(status));

		assertThat(this.mvc.get().uri("/concerts/7/queue/place")).hasStatus(286)
			.hasHeader("HX-Redirect", next)
			.bodyText()
			.contains("href=\"" + next + "\"")
			.doesNotContain("hx-trigger", "??");
	}

	@Test
	@ProvesRule(rule = "A member is told that it is their turn before the page goes on", guard = "QueuePlaceController",
			brokenBy = "leaving out the case ADMITTED")
	void pollShowsTheTurnAndStops() {
		given(this.waitingRoom.look("token"))
			.willReturn(new QueuePlace("token", 7, MINA, PlaceStatus.ADMITTED, null, null, null, 5_000L, Instant.EPOCH,
					PageSliceConfiguration.NOW, PageSliceConfiguration.NOW.plusSeconds(299), 299L, null, null));

		assertThat(this.mvc.get().uri("/concerts/7/queue/place")).hasStatus(286)
			.doesNotContainHeader("HX-Redirect")
			.bodyText()
			.contains("<title>It is your turn · Night · Frontrow</title>", "data-turn=\"true\"", "04:59",
					"href=\"/concerts/7/shows\"")
			.doesNotContain("hx-trigger", "data-ask-after", "??");
	}

	@Test
	@ProvesRule(rule = "Progress in the queue stays after a reload without JavaScript",
			guard = "QueuePageController.show", brokenBy = "leaving out \"from\" in the address")
	void progressStartsAtTheFirstKnownPlace() {
		assertThat(page("/concerts/7/queue")).bodyText()
			.contains("value=\"4\"", "data-started=\"127\"", "refresh\" content=\"2; url=/concerts/7/queue?from=127\"")
			.doesNotContain("queue-progress");
	}

	@ParameterizedTest
	@CsvSource({ "2, 'with one person ahead'", "1, with nobody ahead", "12846, '>12,846<'" })
	void numbersAreFormatted(long position, String words) {
		given(this.waitingRoom.look("token")).willReturn(waiting(position, MINA));

		assertThat(page("/concerts/7/queue")).bodyText().contains(words);
	}

	@Test
	void pollWithoutAPlaceStops() {
		given(this.tokens.read(any(), eq(7L))).willReturn(Optional.empty());

		assertThat(this.mvc.get().uri("/concerts/7/queue/place")).hasStatus(286)
			.hasHeader("HX-Redirect", "/concerts/7/queue");
	}

	@ParameterizedTest
	@CsvSource({ "COMPLETED, your tickets, /me/reservations", "SOLD_OUT, Every seat was sold, /",
			"LEFT, have left, join-queue" })
	void sayHowItEnded(PlaceStatus status, String words, String step) {
		given(this.waitingRoom.look("token")).willReturn(over(status));

		assertThat(page("/concerts/7/queue")).hasStatusOk().bodyText().contains(words, step).doesNotContain("??");
	}

	@Test
	void admittedMemberIsRedirectedToTheDates() {
		given(this.waitingRoom.look("token")).willReturn(over(PlaceStatus.ADMITTED));

		assertThat(page("/concerts/7/queue")).hasStatus(302).hasRedirectedUrl("/concerts/7/shows");
	}

	@Test
	void placeOfAnotherMemberIsNeitherShownNorEnded() {
		given(this.tokens.read(any(), eq(7L), eq(MINA))).willReturn(Optional.empty());

		assertThat(page("/concerts/7/queue")).hasStatusOk()
			.bodyText()
			.contains("not in line yet", "data-testid=\"join-queue\"")
			.doesNotContain("128");
		assertThat(leave()).hasRedirectedUrl("/concerts/7");
		verify(this.waitingRoom, never()).look(any());
		verify(this.waitingRoom, never()).leave(any());
		verify(this.tokens, never()).clearSoon(any(), any(), anyLong());
	}

	@Test
	@ProvesRule(rule = "The browser soon forgets the token of a place that has ended",
			guard = "QueuePageController.show", brokenBy = "leaving out clearSoon")
	void tokenOfAnEndedPlaceExpiresSoon() {
		given(this.waitingRoom.look("token")).willReturn(over(PlaceStatus.EXPIRED));

		page("/concerts/7/queue");

		verify(this.tokens).clearSoon(any(), any(), eq(7L));
	}

	@Test
	void seatsRunningOutAreSaidHonestly() {
		given(this.seats.findFreeSeats(7)).willReturn(OptionalInt.of(12))
			.willReturn(OptionalInt.of(0))
			.willReturn(OptionalInt.empty());

		assertThat(page("/concerts/7/queue")).bodyText().contains("Only 12 seats are left and 127 people");
		assertThat(page("/concerts/7/queue")).bodyText().contains("Every seat is taken at the moment");
		assertThat(page("/concerts/7/queue")).bodyText()
			.contains("Seats cannot be chosen at the moment")
			.doesNotContain("queue-seats");
	}

	@Test
	void pauseAndMessageOfTheOfficeAreShown() {
		given(this.controls.findControl(7)).willReturn(new QueueControl(100, 20, QueueMode.PAUSED, "We go on at <8>."));

		assertThat(page("/concerts/7/queue")).bodyText()
			.contains("Nobody is being let in at the moment", "We go on at &lt;8&gt;.");
	}

	@Test
	void onlyAFarPlaceIsComputedByThePage() {
		given(this.waitingRoom.look("token")).willReturn(waiting(7_201, MINA)).willReturn(waiting(7_200, MINA));

		assertThat(page("/concerts/7/queue")).bodyText()
			.contains("data-place=\"7250\"", "data-state=\"/api/v1/concerts/7/queue\"");
		assertThat(page("/concerts/7/queue")).bodyText().doesNotContain("data-place");
	}

	@ParameterizedTest
	@CsvSource({ "ABSENT, Your place has lapsed", "NOT_TAKEN, Your turn came while you were away",
			"TIME_OVER, Your time to book is over" })
	void expiredPlaceSaysWhy(EndReason reason, String words) {
		given(this.waitingRoom.look("token")).willReturn(new QueuePlace("token", 7, MINA, PlaceStatus.EXPIRED, null,
				null, null, null, Instant.EPOCH, null, null, null, null, reason));

		assertThat(page("/concerts/7/queue")).bodyText().contains(words, "data-testid=\"join-queue\"");
	}

	@Test
	void numberIsShownWithoutAPlaceBeforeTheOpening() {
		QueuePlace early = new QueuePlace("token", 7, MINA, PlaceStatus.WAITING, null, null, null, 2_000L,
				Instant.EPOCH, null, null, null, null, null);
		given(this.waitingRoom.look("token")).willReturn(early);
		given(this.waitingRoom.readNumber("token")).willReturn(31L);

		assertThat(page("/concerts/7/queue")).bodyText()
			.contains("You take part with number 31", "/concerts/7/draw", "data-testid=\"leave-queue\"")
			.doesNotContain("queue-position", "queue-ahead");
		assertThat(page("/concerts/7/queue/place")).bodyText().contains("with number 31", "delay:2000ms");
	}

	@Test
	void joiningStoresTheTokenAndShowsThePlace() {
		QueuePlace place = waiting(128, MINA);
		given(this.waitingRoom.join(7, MINA)).willReturn(new JoinResult(place, true));

		assertThat(this.mvc.post()
			.uri("/concerts/7/queue")
			.with(PageSliceConfiguration.mina())
			.with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatus(302)
			.hasRedirectedUrl("/concerts/7/queue?from=127");
		verify(this.tokens).write(any(), any(), eq(place));
		assertThat(this.mvc.post().uri("/concerts/7/queue").with(PageSliceConfiguration.mina())).hasStatus(403);
	}

	@Test
	void addressOfTheFormRedirectsWithoutLeaving() {
		MvcTestResult page = this.mvc.get()
			.uri("/concerts/7/queue/leave")
			.with(PageSliceConfiguration.mina())
			.exchange();

		assertThat(page).hasStatus(302).hasRedirectedUrl("/concerts/7/queue");
		verify(this.waitingRoom, never()).leave(any());
	}

	@Test
	void leavingDeletesTheToken() {
		assertThat(leave()).hasRedirectedUrl("/concerts/7").cookies().containsCookie("frontrow-flash");
		verify(this.waitingRoom).leave("token");
		verify(this.tokens).clear(any(), any(), eq(7L));
	}

	private MvcTestResult leave() {
		return this.mvc.post()
			.uri("/concerts/7/queue/leave")
			.with(PageSliceConfiguration.mina())
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();
	}

	private MvcTestResult page(String path) {
		return this.mvc.get().uri(path).with(PageSliceConfiguration.mina()).exchange();
	}

	private static QueuePlace waiting(long position, UUID member) {
		return new QueuePlace("token", 7, member, PlaceStatus.WAITING, position, position - 1, new Estimate(130, 240),
				2500L, Instant.EPOCH, null, null, null, (position > 1_000) ? 7_250L : 128L, null);
	}

	private static QueuePlace over(PlaceStatus status) {
		return new QueuePlace("token", 7, MINA, status, null, null, null, null, Instant.EPOCH, null, null, null, null,
				(status == PlaceStatus.EXPIRED) ? EndReason.TIME_OVER : null);
	}

	private static Concert concert(int seatsLeft) {
		return new Concert(7, "Night", "Band", "Hall", "", Instant.EPOCH, SaleStatus.ON_SALE, null, null, seatsLeft,
				List.of());
	}

}
