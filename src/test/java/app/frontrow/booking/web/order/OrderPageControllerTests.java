package app.frontrow.booking.web.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import app.frontrow.booking.CheckoutService;
import app.frontrow.booking.OrderQueryService;
import app.frontrow.booking.RefundService;
import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.refund.AppliedRule;
import app.frontrow.booking.refund.AppliedRule.Kind;
import app.frontrow.booking.refund.CancellationTerms;
import app.frontrow.booking.refund.RefundQuote;
import app.frontrow.booking.refund.RefundedTicket;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.cancellation.CancellationRules;
import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.ErrorCodes;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.page.PageSlice;
import app.frontrow.shared.web.page.PageSliceConfiguration;
import app.frontrow.waitingroom.QueueRefusals;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.wallet.WalletService;
import app.frontrow.wallet.WalletSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static app.frontrow.booking.web.order.OrderFixture.ID;
import static app.frontrow.booking.web.order.OrderFixture.MINA;
import static app.frontrow.booking.web.order.OrderFixture.flash;
import static app.frontrow.booking.web.order.OrderFixture.held;
import static app.frontrow.booking.web.order.OrderFixture.over;
import static app.frontrow.booking.web.order.OrderFixture.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

@PageSlice({ OrderPageController.class, CancellationPageController.class, TicketPageController.class })
@Import({ OrderViewFactory.class, OrderRefundModel.class, QueueStatusAfterPaymentFinder.class,
		PaymentMessageFormatter.class })
@EnableConfigurationProperties(WalletSettings.class)
class OrderPageControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private CheckoutService checkout;

	@MockitoBean
	private OrderQueryService orderQueries;

	@MockitoBean
	private RefundService refunds;

	@MockitoBean
	private IdempotencyService requests;

	@MockitoBean
	private WalletService wallets;

	@MockitoBean
	private CatalogueQueryService catalogue;

	@MockitoBean
	private QueueTokenCookie tokens;

	@MockitoBean
	private WaitingRoomService waitingRoom;

	@BeforeEach
	void heldOrder() {
		given(this.requests.awaitResult(any())).willAnswer((call) -> call.<Supplier<?>>getArgument(0).get());
		given(this.catalogue.getShow(70)).willReturn(OrderFixture.SHOW);
		given(this.catalogue.getConcert(7)).willReturn(OrderFixture.concert("Night <b>"));
		given(this.tokens.read(any(), eq(7L), eq(MINA))).willReturn(Optional.of("token"));
		given(this.orderQueries.getOrder(MINA, ID)).willReturn(held(299));
		given(this.wallets.getBalance(MINA)).willReturn(20_000L);
		given(this.refunds.getTerms(ID))
			.willReturn(new CancellationTerms(CancellationRules.parse("10:0,7:10,0:90"), Duration.ofHours(24), 0));
		given(this.refunds.quote(eq(MINA), any())).willReturn(new RefundQuote(new AppliedRule(Kind.DAYS, 7, 10),
				List.of(new RefundedTicket("WXYZ-WXYZ", 9, "VIP", 150_000, 15_000),
						new RefundedTicket("ABCD-EFGH", 14, "R", 120_000, 12_000))));
	}

	@Test
	void checkoutShowsTimeTotalAndMissingAmount() {
		assertThat(page("/reservations/" + ID)).hasStatusOk()
			.bodyText()
			.contains("data-testid=\"hold-countdown\"", "04:59", "data-testid=\"order-total\"", "₩270,000",
					"data-testid=\"balance\"", "₩20,000", "You are ₩250,000 short", "value=\"250000\"",
					"data-testid=\"charge-and-pay\"", "Top up ₩250,000 and pay", "data-testid=\"cancel-reservation\"",
					"Night &lt;b&gt;")
			.doesNotContain("??", "Night <b>", "data-testid=\"ticket\"");
	}

	@ParameterizedTest
	@CsvSource({ "abc, whole number of won", "-5, from 1 to 1" })
	@ProvesRule(rule = "A wrong top-up is explained beside its field, and the text is kept",
			guard = "orders/_hold.html:typedAmount", brokenBy = "leaving out the value")
	void wrongTopUpIsExplainedBesideItsField(String amount, String words) {
		assertThat(page("/reservations/" + ID + "?amount=" + amount)).hasStatusOk()
			.bodyText()
			.contains(words, "value=\"" + amount + "\"", "aria-invalid=\"true\"", "autofocus", "id=\"amount-error\"",
					"data-code=\"validation-failed\"")
			.doesNotContain("??");
	}

	@ParameterizedTest
	@CsvSource({ "EXPIRED, join-queue, Your time to book is over as well",
			"ADMITTED, /concerts/7/shows, You still have time to book",
			"WAITING, /concerts/7/queue, in line for this concert again",
			"COMPLETED, join-queue, join the waiting room" })
	void expiredHoldShowsWhetherTheTurnContinues(PlaceStatus status, String step, String words) {
		given(this.orderQueries.getOrder(MINA, ID)).willReturn(held(0));
		given(this.waitingRoom.look("token")).willReturn(place(status, MINA));

		assertThat(page("/reservations/" + ID)).hasStatusOk()
			.bodyText()
			.contains("The time to pay ran out", "Nothing was charged", words, step)
			.doesNotContain("data-testid=\"pay\"", "hold-countdown", "??");
	}

	@Test
	@ProvesRule(rule = "The turn of another member is not told", guard = "QueueStatusAfterPaymentFinder.find",
			brokenBy = "leaving out the comparison of members")
	void memberWithUnknownTurnIsSentToTheConcert() {
		given(this.orderQueries.getOrder(MINA, ID)).willReturn(held(0));
		given(this.tokens.read(any(), eq(7L), eq(MINA))).willReturn(Optional.empty()).willReturn(Optional.of("token"));
		Refusal tooFast = new TooManyRequestsException(1);
		given(this.waitingRoom.look("token")).willThrow(tooFast);

		assertThat(page("/reservations/" + ID)).bodyText().contains("Back to the concert").doesNotContain("turn-after");
		assertThat(page("/reservations/" + ID)).bodyText().contains("Back to the concert").doesNotContain("turn-after");
	}

	@Test
	@ProvesRule(rule = "The new balance is shown before a refund", guard = "orders/_receipt.html:refund",
			brokenBy = "leaving out the sum")
	void refundShowsTheNewBalance() {
		given(this.orderQueries.getOrder(MINA, ID)).willReturn(paid());

		assertThat(page("/reservations/" + ID)).bodyText()
			.contains("₩243,000 returns to your wallet", "Your balance will be ₩263,000");
	}

	@Test
	void lostQueueTokenLeadsToTheQueue() {
		given(this.checkout.pay(MINA, null, ID, "key")).willThrow(QueueRefusals.invalid());

		assertThat(post("/reservations/" + ID + "/pay")).hasRedirectedUrl("/concerts/7/queue");
		assertThat(this.mvc.post()
			.uri("/reservations/" + ID + "/pay")
			.header("HX-Request", "true")
			.param("idempotencyKey", "key")
			.with(PageSliceConfiguration.mina())
			.with(SecurityMockMvcRequestPostProcessors.csrf())).hasHeader("HX-Redirect", "/concerts/7/queue")
			.cookies()
			.containsCookie("frontrow-flash");
	}

	@Test
	void listShowsEachState() {
		given(this.orderQueries.findOrders(eq(MINA), any(), anyInt(), anyInt()))
			.willReturn(PageOf.of(List.of(paid(), held(299), over(ReservationStatus.EXPIRED, PaymentStatus.CANCELLED),
					over(ReservationStatus.CANCELLED, PaymentStatus.CANCELLED),
					over(ReservationStatus.CANCELLED, PaymentStatus.REFUNDED)), 0, 10, 5));

		assertThat(page("/me/reservations")).hasStatusOk()
			.bodyText()
			.contains("Paid", "Waiting for payment", "Not paid in time", "Cancelled", "Refunded",
					"data-testid=\"ticket\"", "data-testid=\"cancel-reservation\"")
			.doesNotContain("??");
	}

	@ParameterizedTest
	@CsvSource({ "insufficient-balance, Your balance is ₩20", "hold-expired, time to pay", "already-paid, is paid" })
	void refusedPaymentIsExplainedOnTheOrder(String code, String words) {
		Refusal refusal = refusal(ErrorCodes.of(code));
		given(this.checkout.pay(MINA, null, ID, "key")).willThrow(refusal);

		MvcTestResult answer = post("/reservations/" + ID + "/pay");

		assertThat(answer).hasStatus(302).hasRedirectedUrl("/reservations/" + ID);
		assertThat(flash(answer)).contains(words, "|" + code);
	}

	@Test
	void refusedPaymentSaysWhereItsTopUpIs() {
		Refusal refusal = refusal(ErrorCodes.of("hold-expired"));
		given(this.checkout.topUpAndPay(MINA, null, ID, 250_000, "key")).willThrow(refusal);

		assertThat(flash(this.mvc.post()
			.uri("/reservations/" + ID + "/pay")
			.param("idempotencyKey", "key")
			.param("topUp", "250000")
			.with(PageSliceConfiguration.mina())
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.exchange())).contains("₩250,000 was added to your wallet", "your balance is ₩20,000", "|hold-expired");
	}

	@Test
	@ProvesRule(rule = "The browser soon forgets the token of a place that has paid", guard = "OrderPageController.pay",
			brokenBy = "leaving out clearSoon")
	void paymentLeadsToTheReceipt() {
		assertThat(flash(post("/reservations/" + ID + "/pay"))).contains("Payment complete");
		verify(this.tokens).clearSoon(any(), any(), eq(7L));
	}

	@Test
	void tooManyRequestsKeepTheOrder() {
		TooManyRequestsException tooFast = new TooManyRequestsException(7);
		given(this.checkout.pay(MINA, null, ID, "key")).willThrow(tooFast);
		given(this.checkout.cancel(MINA, ID)).willThrow(tooFast);

		MvcTestResult pay = post("/reservations/" + ID + "/pay");
		assertThat(pay).hasRedirectedUrl("/reservations/" + ID);
		MvcTestResult cancel = post("/reservations/" + ID + "/cancel");
		assertThat(cancel).hasRedirectedUrl("/reservations/" + ID);
		assertThat(List.of(flash(pay), flash(cancel)))
			.allSatisfy((flash) -> assertThat(flash).contains("Wait a moment", "|too-many-requests"));
	}

	private MvcTestResult page(String path) {
		return this.mvc.get().uri(path).with(PageSliceConfiguration.mina()).exchange();
	}

	private MvcTestResult post(String path) {
		return this.mvc.post()
			.uri(path)
			.param("idempotencyKey", "key")
			.with(PageSliceConfiguration.mina())
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();
	}

	private static Refusal refusal(ErrorCode code) {
		return OrderFixture.recorded(code,
				Map.of("balance", 20_000L, "required", 270_000L, "seatNumbers", List.of(14)));
	}

	private static QueuePlace place(PlaceStatus status, UUID member) {
		return new QueuePlace("token", 7, member, status, null, null, null, null, Instant.EPOCH, null, null, null, null,
				null);
	}

}
