package app.frontrow.booking.web.seat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import app.frontrow.booking.CheckoutService;
import app.frontrow.booking.reservation.PriceChangedException;
import app.frontrow.booking.reservation.SeatChoice;
import app.frontrow.booking.reservation.SeatLimitExceededException;
import app.frontrow.booking.reservation.SeatTakenException;
import app.frontrow.booking.seat.Seat;
import app.frontrow.booking.seat.SeatMapService;
import app.frontrow.booking.seat.SeatNameFormatter;
import app.frontrow.booking.seat.SeatPlan;
import app.frontrow.booking.seat.SeatStatus;
import app.frontrow.booking.web.order.OrderFixture;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.idempotency.IdempotencyKeyReusedException;
import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.PageSlice;
import app.frontrow.shared.web.page.PageSliceConfiguration;
import app.frontrow.waitingroom.QueueRefusals;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.wallet.TotalTooHighException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static app.frontrow.booking.web.order.OrderFixture.ID;
import static app.frontrow.booking.web.order.OrderFixture.MINA;
import static app.frontrow.booking.web.order.OrderFixture.START;
import static app.frontrow.booking.web.order.OrderFixture.flash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

@PageSlice(HoldPageController.class)
@Import({ HoldMessageFormatter.class, SeatNameFormatter.class })
class HoldPageControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private CheckoutService checkout;

	@MockitoBean
	private IdempotencyService requests;

	@MockitoBean
	private CatalogueQueryService catalogue;

	@MockitoBean
	private SeatMapService seatMap;

	@MockitoBean
	private WaitingRoomService waitingRoom;

	@MockitoBean
	private QueueTokenCookie tokens;

	@BeforeEach
	void emptyHall() {
		given(this.requests.awaitResult(any())).willAnswer((call) -> call.<Supplier<?>>getArgument(0).get());
		given(this.catalogue.getShow(70)).willReturn(OrderFixture.SHOW);
		given(this.tokens.read(any(), eq(7L), eq(MINA))).willReturn(Optional.of("token"));
		given(this.seatMap.getPlan(70, MINA)).willReturn(new SeatPlan(70, START, 1,
				IntStream.rangeClosed(1, 50)
					.mapToObj((number) -> new Seat(number, "R", 120_000, SeatStatus.AVAILABLE, false))
					.toList()));
		given(this.checkout.hold(eq(MINA), eq("token"), any(), eq("key"))).willReturn(OrderFixture.held(299));
	}

	@Test
	void takenSeatsLeadBackToTheMap() {
		refuse(SeatTakenException.CODE);

		MvcTestResult answer = send(form("13", "14"));

		assertThat(answer).hasStatus(302).hasRedirectedUrl("/shows/70/seats?seats=13%2C14");
		assertThat(flash(answer)).contains("Row 2 seat 14", "|seat-taken").doesNotContain("seat 13");
	}

	@Test
	@ProvesRule(rule = "A form gets a new key after a refusal", guard = "seats/_news.html:hold-key",
			brokenBy = "leaving out the field")
	void openMapShowsTakenSeatsAndGetsANewKey() {
		refuse(SeatTakenException.CODE);

		assertThat(send(open(form("13", "14")))).hasStatus(409)
			.bodyText()
			.contains("data-taken=\"14\"", "Row 2 seat 14", "data-code=\"seat-taken\"", "hx-swap-oob=\"true\"",
					"id=\"hold-key\"")
			.doesNotContain("<html", "??", "value=\"key\"");
	}

	@Test
	void otherRefusalsAreShownInPlace() {
		for (ErrorCode code : List.of(SeatLimitExceededException.CODE, IdempotencyKeyReusedException.CODE,
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
	void seatsThatLeaveASingleSeatAreNotHeldAtFirst() {
		assertThat(send(form("14", "16"))).hasRedirectedUrl("/shows/70/seats?alone=true&seats=14%2C16");
		assertThat(send(open(form("14", "16")))).hasStatusOk()
			.bodyText()
			.contains("Row 2 seat 15 would be left on its own", "name=\"anyway\"")
			.doesNotContain("<html", "idempotencyKey");
		verifyNoInteractions(this.checkout, this.requests);
	}

	@Test
	@ProvesRule(rule = "A member who insists gets the seats in spite of the warning",
			guard = "HoldPageController.leftAlone", brokenBy = "leaving out \"anyway\"")
	void seatsAreHeldInSpiteOfTheWarning() {
		assertThat(send(form("14", "16").param("anyway", "true"))).hasRedirectedUrl("/reservations/" + ID);
		verify(this.checkout).hold(MINA, "token", new SeatChoice(70, List.of(14, 16), null), "key");
	}

	@Test
	@ProvesRule(rule = "Only members who are let in are warned about single seats",
			guard = "HoldPageController.leftAlone", brokenBy = "leaving out requireTurn")
	void memberWithoutATurnIsNotWarned() {
		given(this.waitingRoom.requireTurn("token", MINA, 7)).willThrow(QueueRefusals.notYourTurn(7));

		assertThat(send(form("14", "16"))).hasRedirectedUrl("/concerts/7/queue");
		assertThat(send(open(form("14", "16")))).headers().hasValue("HX-Redirect", "/concerts/7/queue");
	}

	@Test
	void damagedFormIsRefused() {
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
		Refusal refusal = OrderFixture.recorded(code,
				code.equals(SeatTakenException.CODE) ? Map.of("seatNumbers", List.of(14)) : Map.of("limit", 4));
		willThrow(refusal).given(this.checkout).hold(any(), any(), any(), any());
	}

}
