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

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.SaleStatus;
import app.frontrow.catalogue.Show;
import app.frontrow.idempotency.IdempotentRequests;
import app.frontrow.idempotency.RecordedRefusal;
import app.frontrow.payments.Checkout;
import app.frontrow.payments.Order;
import app.frontrow.payments.Payment;
import app.frontrow.payments.PaymentStatus;
import app.frontrow.payments.Ticket;
import app.frontrow.reservations.Reservation;
import app.frontrow.reservations.ReservationStatus;
import app.frontrow.reservations.ReservedSeat;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.ErrorCodes;
import app.frontrow.shared.NotFoundException;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.Refusal;
import app.frontrow.shared.TooManyRequestsException;
import app.frontrow.shared.web.PageSlice;
import app.frontrow.shared.web.PageSliceConfiguration;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.QueueRefusals;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.waitingroom.WaitingRoom;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.wallet.WalletSettings;
import app.frontrow.wallet.Wallets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

@PageSlice({ OrderPageController.class, TicketPageController.class })
@Import({ OrderViews.class, TurnAfter.class })
@EnableConfigurationProperties(WalletSettings.class)
class OrderPageControllerTests {

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
	private Wallets wallets;

	@MockitoBean
	private Catalogue catalogue;

	@MockitoBean
	private QueueTokenCookie tokens;

	@MockitoBean
	private WaitingRoom waitingRoom;

	@BeforeEach
	void aHold() {
		given(this.requests.settled(any())).willAnswer((call) -> call.<Supplier<?>>getArgument(0).get());
		given(this.catalogue.show(70)).willReturn(new Show(70, 7, START, 50));
		given(this.catalogue.concert(7)).willReturn(new Concert(7, "Night <b>", "Band", "Hall", "", Instant.EPOCH,
				SaleStatus.ON_SALE, START, START, 50, List.of()));
		given(this.tokens.read(any(), eq(7L), eq(MINA))).willReturn(Optional.of("token"));
		given(this.checkout.order(MINA, ID)).willReturn(held(299));
		given(this.wallets.balance(MINA)).willReturn(20_000L);
	}

	@Test
	void checkoutShowsTimeSumAndWhatIsMissing() {
		assertThat(page("/reservations/" + ID)).hasStatusOk()
			.bodyText()
			.contains("data-testid=\"hold-countdown\"", "04:59", "data-testid=\"order-total\"", "₩270,000",
					"data-testid=\"balance\"", "₩20,000", "You are ₩250,000 short", "value=\"250000\"",
					"data-testid=\"pay\"", "data-testid=\"cancel-reservation\"", "Night &lt;b&gt;")
			.doesNotContain("??", "Night <b>", "data-testid=\"ticket\"");
	}

	@Test
	void whatIsMissingIsFilledInAndRoundAmountsAreEnough() {
		assertThat(page("/reservations/" + ID)).bodyText()
			.contains("name=\"amount\"", "value=\"250000\"", "Top up ₩300,000", "Top up ₩500,000", "Top up ₩1,000,000")
			.doesNotContain("Top up ₩200,000", "It takes several");
	}

	@ParameterizedTest
	@CsvSource({ "EXPIRED, join-queue, Your turn is over as well", "ADMITTED, /concerts/7/shows, Your turn goes on",
			"WAITING, /concerts/7/queue, in line for this concert again",
			"COMPLETED, join-queue, join the waiting room" })
	void whenAHoldHasEndedItIsSaidWhetherTheTurnGoesOn(PlaceStatus status, String step, String words) {
		given(this.checkout.order(MINA, ID)).willReturn(held(0));
		given(this.waitingRoom.look("token")).willReturn(place(status, MINA));

		assertThat(page("/reservations/" + ID)).hasStatusOk()
			.bodyText()
			.contains("The time to pay ran out", "Nothing was charged", words, step)
			.doesNotContain("??");
	}

	@Test
	@ProvesRule(rule = "The turn of another member is not told", guard = "TurnAfter.of",
			brokenBy = "leaving out the comparison of members")
	void whoseTurnIsUnknownIsLedToTheConcert() {
		given(this.checkout.order(MINA, ID)).willReturn(held(0));
		given(this.tokens.read(any(), eq(7L), eq(MINA))).willReturn(Optional.empty()).willReturn(Optional.of("token"));
		Refusal tooFast = new TooManyRequestsException(1);
		given(this.waitingRoom.look("token")).willThrow(tooFast);

		assertThat(page("/reservations/" + ID)).bodyText().contains("Back to the concert").doesNotContain("turn-after");
		assertThat(page("/reservations/" + ID)).bodyText().contains("Back to the concert").doesNotContain("turn-after");
	}

	@Test
	@ProvesRule(rule = "The new balance is shown before a refund", guard = "orders/_receipt.html:refund",
			brokenBy = "leaving out the sum")
	void givingBackSaysWhatReturnsAndWhatTheBalanceWillBe() {
		given(this.checkout.order(MINA, ID)).willReturn(paid());

		assertThat(page("/reservations/" + ID)).bodyText()
			.contains("₩270,000 returns to your wallet", "Your balance will be ₩290,000");
	}

	@Test
	void whoIsNotInLineAnyMoreIsLedThereWithTheWholePage() {
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
	void aHoldThatIsOverCannotBePaid() {
		given(this.checkout.order(MINA, ID)).willReturn(held(0));

		assertThat(page("/reservations/" + ID)).bodyText()
			.contains("The time to pay ran out")
			.doesNotContain("data-testid=\"pay\"", "hold-countdown", "??");
	}

	@Test
	void onceItIsPaidThereAreReceiptAndTickets() {
		given(this.checkout.order(MINA, ID)).willReturn(paid());

		assertThat(page("/reservations/" + ID)).bodyText()
			.contains("data-testid=\"payment-receipt\"", "data-testid=\"ticket\"", "Row 2 · seat 14 · R",
					"QR code of ticket ABCD-EFGH", "<path fill=\"#0b1222\" d=\"M")
			.doesNotContain("data-testid=\"pay\"", "hold-countdown", "??");
	}

	@Test
	void listTellsEveryStateApart() {
		given(this.checkout.orders(eq(MINA), any(), anyInt(), anyInt()))
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
	void whatPayingRefusesIsSaidOnTheOrder(String code, String words) {
		Refusal refusal = refusal(ErrorCodes.of(code));
		given(this.checkout.pay(MINA, null, ID, "key")).willThrow(refusal);

		MvcTestResult answer = post("/reservations/" + ID + "/pay");

		assertThat(answer).hasStatus(302).hasRedirectedUrl("/reservations/" + ID);
		assertThat(flash(answer)).contains(words, "|" + code);
	}

	@Test
	@ProvesRule(rule = "The browser soon forgets the token of a place that has paid", guard = "OrderPageController.pay",
			brokenBy = "leaving out clearSoon")
	void payingLeadsToTheReceipt() {
		assertThat(flash(post("/reservations/" + ID + "/pay"))).contains("Payment complete");
		verify(this.tokens).clearSoon(any(), any(), eq(7L));
	}

	@Test
	void whoIsTooFastKeepsTheOrder() {
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

	@Test
	void somebodyElsesReservationIsNotThere() {
		given(this.checkout.order(MINA, ID)).willThrow(new NotFoundException());

		assertThat(page("/reservations/" + ID)).hasStatus(404).bodyText().contains("data-code=\"not-found\"");
		assertThat(post("/reservations/" + ID + "/pay")).hasStatus(404);
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

	private static String flash(MvcTestResult answer) {
		return URLDecoder.decode(answer.getResponse().getCookie("frontrow-flash").getValue(), StandardCharsets.UTF_8);
	}

	private static Refusal refusal(ErrorCode code) {
		RecordedRefusal refusal = Mockito.mock(RecordedRefusal.class);
		given(refusal.code()).willReturn(code);
		given(refusal.details())
			.willReturn(Map.of("balance", 20_000L, "required", 270_000L, "seatNumbers", List.of(14)));
		return refusal;
	}

	private static QueuePlace place(PlaceStatus status, UUID member) {
		return new QueuePlace("token", 7, member, status, null, null, null, null, Instant.EPOCH, null, null, null);
	}

	private static Order held(long seconds) {
		return order(ReservationStatus.HELD, PaymentStatus.PENDING, List.of(),
				PageSliceConfiguration.NOW.plusSeconds(seconds));
	}

	private static Order paid() {
		return order(ReservationStatus.CONFIRMED, PaymentStatus.PAID,
				List.of(new Ticket("WXYZ-WXYZ", 9), new Ticket("ABCD-EFGH", 14)), Instant.EPOCH);
	}

	private static Order over(ReservationStatus status, PaymentStatus payment) {
		return order(status, payment, List.of(), Instant.EPOCH);
	}

	private static Order order(ReservationStatus status, PaymentStatus payment, List<Ticket> tickets,
			Instant heldUntil) {
		Reservation reservation = new Reservation(ID, MINA, 7, 70, START,
				List.of(new ReservedSeat(9, "VIP", 150_000), new ReservedSeat(14, "R", 120_000)), 270_000, status,
				heldUntil, 1, Instant.EPOCH);
		return new Order(reservation,
				new Payment(UUID.randomUUID(), ID, 270_000, payment, Instant.EPOCH, Instant.EPOCH, 0L, tickets));
	}

}
