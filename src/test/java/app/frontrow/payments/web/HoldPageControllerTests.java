package app.frontrow.payments.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Show;
import app.frontrow.idempotency.IdempotentRequests;
import app.frontrow.idempotency.KeyReusedException;
import app.frontrow.idempotency.RecordedRefusal;
import app.frontrow.payments.Checkout;
import app.frontrow.payments.Order;
import app.frontrow.payments.Payment;
import app.frontrow.payments.PaymentStatus;
import app.frontrow.reservations.PriceChangedException;
import app.frontrow.reservations.Reservation;
import app.frontrow.reservations.ReservationStatus;
import app.frontrow.reservations.ReservedSeat;
import app.frontrow.reservations.Seat;
import app.frontrow.reservations.SeatChoice;
import app.frontrow.reservations.SeatLimitExceededException;
import app.frontrow.reservations.SeatMap;
import app.frontrow.reservations.SeatNames;
import app.frontrow.reservations.SeatPlan;
import app.frontrow.reservations.SeatStatus;
import app.frontrow.reservations.SeatTakenException;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.web.PageSlice;
import app.frontrow.shared.web.PageSliceConfiguration;
import app.frontrow.waitingroom.QueueRefusals;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.waitingroom.WaitingRoom;
import app.frontrow.wallet.TotalTooHighException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

@PageSlice(HoldPageController.class)
@Import({ HoldTexts.class, SeatNames.class })
class HoldPageControllerTests {

	private static final UUID ID = UUID.fromString("10000000-0000-0000-0000-000000000007");

	private static final UUID MINA = PageSliceConfiguration.MINA.id();

	private static final Instant START = PageSliceConfiguration.NOW.plus(Duration.ofDays(30));

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Checkout checkout;

	@MockitoBean
	private IdempotentRequests requests;

	@MockitoBean
	private Catalogue catalogue;

	@MockitoBean
	private SeatMap seatMap;

	@MockitoBean
	private WaitingRoom waitingRoom;

	@MockitoBean
	private QueueTokenCookie tokens;

	@BeforeEach
	void anEmptyHall() {
		given(this.requests.settled(any())).willAnswer((call) -> call.<Supplier<?>>getArgument(0).get());
		given(this.catalogue.show(70)).willReturn(new Show(70, 7, START, 50));
		given(this.tokens.read(any(), eq(7L), eq(MINA))).willReturn(Optional.of("token"));
		given(this.seatMap.plan(70, MINA)).willReturn(new SeatPlan(70, START, 1,
				IntStream.rangeClosed(1, 50)
					.mapToObj((number) -> new Seat(number, "R", 120_000, SeatStatus.AVAILABLE, false))
					.toList()));
		given(this.checkout.hold(eq(MINA), eq("token"), any(), eq("key"))).willReturn(held());
	}

	@Test
	void heldSeatsLeadToTheCheckout() {
		assertThat(send(form("13", "14"))).hasRedirectedUrl("/reservations/" + ID);
		verifyNoInteractions(this.waitingRoom);
	}

	@Test
	void anOpenPageGoesToTheCheckoutToo() {
		assertThat(send(open(form("13", "14")))).hasStatusOk().headers().hasValue("HX-Redirect", "/reservations/" + ID);
	}

	@Test
	void takenSeatsLeadBackToTheMapWithTheRest() {
		refuse(SeatTakenException.CODE);

		MvcTestResult answer = send(form("13", "14"));

		assertThat(answer).hasStatus(302).hasRedirectedUrl("/shows/70/seats?seats=13%2C14");
		assertThat(flash(answer)).contains("Row 2 seat 14", "|seat-taken").doesNotContain("seat 13");
	}

	@Test
	@ProvesRule(rule = "A form gets a new key after a refusal", guard = "seats/_news.html:hold-key",
			brokenBy = "leaving out the field")
	void anOpenPageIsToldWhichSeatsAreTakenAndGetsANewKey() {
		refuse(SeatTakenException.CODE);

		assertThat(send(open(form("13", "14")))).hasStatus(409)
			.bodyText()
			.contains("data-taken=\"14\"", "Row 2 seat 14", "data-code=\"seat-taken\"", "hx-swap-oob=\"true\"",
					"id=\"hold-key\"")
			.doesNotContain("<html", "??", "value=\"key\"");
	}

	@Test
	void whateverElseIsRefusedIsSaidInPlace() {
		for (ErrorCode code : List.of(SeatLimitExceededException.CODE, KeyReusedException.CODE,
				PriceChangedException.CODE, TotalTooHighException.CODE)) {
			refuse(code);

			assertThat(send(open(form("14")))).hasStatus(code.status().value())
				.bodyText()
				.contains("data-code=\"" + code.code() + "\"")
				.doesNotContain("data-taken");
			assertThat(flash(send(form("14")))).endsWith("|" + code.code());
		}
	}

	@Test
	void whoWouldLeaveASeatAloneIsAskedOnceAndNothingIsHeld() {
		assertThat(send(form("14", "16"))).hasRedirectedUrl("/shows/70/seats?alone=true&seats=14%2C16");
		assertThat(send(open(form("14", "16")))).hasStatusOk()
			.bodyText()
			.contains("Row 2 seat 15 would be left alone", "name=\"anyway\"")
			.doesNotContain("<html", "idempotencyKey");
		verifyNoInteractions(this.checkout, this.requests);
	}

	@Test
	@ProvesRule(rule = "A member who insists gets the seats in spite of the warning",
			guard = "HoldPageController.leftAlone", brokenBy = "leaving out \"anyway\"")
	void whoInsistsGetsTheSeats() {
		assertThat(send(form("14", "16").param("anyway", "true"))).hasRedirectedUrl("/reservations/" + ID);
		verify(this.checkout).hold(MINA, "token", new SeatChoice(70, List.of(14, 16), null), "key");
	}

	@Test
	void whatTheMapShowedIsWhatTheSeatsMayCost() {
		send(form("13", "14").param("prices", "1:150000,14:90000"));

		verify(this.checkout).hold(MINA, "token", new SeatChoice(70, List.of(13, 14), 240_000L), "key");
		assertThat(send(form("13").param("prices", "cheap"))).hasStatus(400);
	}

	@Test
	@ProvesRule(rule = "Only members who are let in are warned about single seats",
			guard = "HoldPageController.leftAlone", brokenBy = "leaving out requireTurn")
	void whoseTurnItIsNotIsNotToldOfSeatsThatStandAlone() {
		given(this.waitingRoom.requireTurn("token", MINA, 7)).willThrow(QueueRefusals.notYourTurn(7));

		assertThat(send(form("14", "16"))).hasRedirectedUrl("/concerts/7/queue");
		assertThat(send(open(form("14", "16")))).headers().hasValue("HX-Redirect", "/concerts/7/queue");
	}

	@Test
	void aDamagedFormIsRefused() {
		assertThat(send(form("fourteen"))).hasStatus(400);
		assertThat(send(this.mvc.post().uri("/reservations").param("seatNumbers", "14"))).hasStatus(400);
		verifyNoInteractions(this.checkout);
	}

	private MockMvcRequestBuilder form(String... seats) {
		return this.mvc.post()
			.uri("/reservations")
			.param("showId", "70")
			.param("seatNumbers", seats)
			.param("idempotencyKey", "key");
	}

	private static MockMvcRequestBuilder open(MockMvcRequestBuilder form) {
		return form.header("HX-Request", "true");
	}

	private static MvcTestResult send(MockMvcRequestBuilder form) {
		return form.with(PageSliceConfiguration.mina()).with(SecurityMockMvcRequestPostProcessors.csrf()).exchange();
	}

	private void refuse(ErrorCode code) {
		RecordedRefusal refusal = Mockito.mock(RecordedRefusal.class);
		given(refusal.code()).willReturn(code);
		given(refusal.details())
			.willReturn(code.equals(SeatTakenException.CODE) ? Map.of("seatNumbers", List.of(14)) : Map.of("limit", 4));
		willThrow(refusal).given(this.checkout).hold(any(), any(), any(), any());
	}

	private static String flash(MvcTestResult answer) {
		return URLDecoder.decode(answer.getResponse().getCookie("frontrow-flash").getValue(), StandardCharsets.UTF_8);
	}

	private static Order held() {
		return new Order(
				new Reservation(ID, MINA, 7, 70, START, List.of(new ReservedSeat(14, "R", 120_000)), 120_000,
						ReservationStatus.HELD, PageSliceConfiguration.NOW.plusSeconds(299), 1, Instant.EPOCH),
				new Payment(UUID.randomUUID(), ID, 120_000, PaymentStatus.PENDING, Instant.EPOCH, null, null,
						List.of()));
	}

}
