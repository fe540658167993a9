package app.frontrow.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Show;
import app.frontrow.idempotency.AnswerRecorder;
import app.frontrow.idempotency.IdempotentRequests;
import app.frontrow.reservations.HoldToPay;
import app.frontrow.reservations.PassUse;
import app.frontrow.reservations.Reservation;
import app.frontrow.reservations.ReservationStatus;
import app.frontrow.reservations.ReservedSeat;
import app.frontrow.reservations.SeatChoice;
import app.frontrow.reservations.SeatHolds;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.ActionLimit;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.TooManyRequestsException;
import app.frontrow.shared.Transactions;
import app.frontrow.waitingroom.Admission;
import app.frontrow.waitingroom.Pass;
import app.frontrow.waitingroom.QueueTokenInvalidException;
import app.frontrow.waitingroom.WaitingRoom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.redis.RedisConnectionFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class CheckoutTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final Pass PASS = new Pass(42, MINA, 7);

	private static final Instant STARTS = Instant.parse("2030-06-01T10:00:00Z");

	private static final Show SHOW = new Show(11, 42, STARTS, 50);

	private static final SeatChoice SEAT = new SeatChoice(11, List.of(7), null);

	private static final Admission ADMISSION = new Admission(PASS, null, Duration.ZERO);

	private final IdempotentRequests requests = mock();

	private final Transactions transactions = mock();

	private final OrderTransactions steps = mock();

	private final SeatHolds seatHolds = mock();

	private final Payments payments = mock();

	private final Catalogue catalogue = mock();

	private final WaitingRoom waitingRoom = mock();

	private final PassCompletionJob passes = mock();

	private final ActionLimit limit = mock();

	private final Checkout checkout = new Checkout(this.requests, new MemberLocks(), this.transactions, this.steps,
			this.seatHolds, this.payments, this.catalogue, this.waitingRoom, this.passes, this.limit);

	private final UUID id = UUID.randomUUID();

	private Order order;

	@BeforeEach
	void holdOfMina() {
		given(this.transactions.run(any())).willAnswer((call) -> call.<Supplier<?>>getArgument(0).get());
		given(this.requests.once(any(), any(), any()))
			.willAnswer((call) -> call.<Function<AnswerRecorder<?>, ?>>getArgument(2).apply(AnswerRecorder.none()));
		given(this.catalogue.show(11)).willReturn(SHOW);
		given(this.waitingRoom.requireTurn("token", MINA, 42)).willReturn(ADMISSION);
		given(this.steps.hold(any(), any(), any(), any())).willAnswer((call) -> this.order);
		given(this.steps.pay(any(), any())).willAnswer((call) -> this.order.payment());
		given(this.steps.release(any())).willAnswer((call) -> this.order);
		given(this.steps.refund(any())).willAnswer((call) -> this.order);
		stored(ReservationStatus.HELD, PaymentStatus.PENDING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hold", "pay", "cancel" })
	@ProvesRule(rule = "Holding, paying and cancelling are limited", guard = "Checkout",
			brokenBy = "leaving out any check")
	void tooManyRequestsAskNoStore(String action) {
		willThrow(new TooManyRequestsException(7)).given(this.limit).check(action, MINA);

		assertThatThrownBy(() -> {
			switch (action) {
				case "hold" -> this.checkout.hold(MINA, "token", SEAT, null);
				case "pay" -> this.checkout.pay(MINA, "token", this.id, null);
				default -> this.checkout.cancel(MINA, this.id);
			}
		}).isInstanceOf(TooManyRequestsException.class);
		verifyNoInteractions(this.requests, this.waitingRoom, this.seatHolds, this.transactions);
	}

	@Test
	void foreignTokenReadsNoShow() {
		willThrow(mock(QueueTokenInvalidException.class)).given(this.waitingRoom).requireOwn("token", MINA);

		assertThatThrownBy(() -> this.checkout.hold(MINA, "token", SEAT, null))
			.isInstanceOf(QueueTokenInvalidException.class);
		assertThatThrownBy(() -> this.checkout.pay(MINA, "token", this.id, null))
			.isInstanceOf(QueueTokenInvalidException.class);
		verifyNoInteractions(this.catalogue, this.seatHolds, this.transactions);
	}

	@Test
	void holdCutOffByItsShowDoesNotShortenThePass() {
		stored(ReservationStatus.HELD, PaymentStatus.PENDING, STARTS);
		given(this.seatHolds.use(PASS)).willReturn(new PassUse(STARTS.plusSeconds(60), false));

		this.checkout.hold(MINA, "token", SEAT, null);

		verify(this.waitingRoom).followHold(PASS, STARTS.plusSeconds(60));
	}

	@Test
	void holdSurvivesAnOutageOfTheWaitingRoom() {
		willThrow(new RedisConnectionFailureException("gone")).given(this.waitingRoom).followHold(any(), any());

		assertThat(this.checkout.hold(MINA, "token", SEAT, null)).isEqualTo(this.order);
		assertThat(this.checkout.cancel(MINA, this.id)).isEqualTo(this.order);
	}

	@Test
	@ProvesRule(rule = "A payment ends its pass", guard = "Checkout.pay", brokenBy = "leaving out complete")
	void paymentEndsThePass() {
		assertThat(this.checkout.pay(MINA, "token", this.id, null)).isEqualTo(this.order.payment());

		verify(this.passes).complete(PASS);
	}

	@Test
	void paymentOfExpiredHoldReadsAsCancelled() {
		stored(ReservationStatus.EXPIRED, PaymentStatus.PENDING);
		given(this.seatHolds.ofMember(MINA, null, 0, 20))
			.willReturn(PageOf.of(List.of(this.order.reservation()), 0, 20, 1));
		given(this.payments.ofReservations(List.of(this.id))).willReturn(Map.of(this.id, this.order.payment()));
		given(this.payments.find(MINA, this.order.payment().id())).willReturn(Optional.of(this.order.payment()));

		assertThat(this.checkout.order(MINA, this.id).payment().status()).isEqualTo(PaymentStatus.CANCELLED);
		assertThat(this.checkout.payment(MINA, this.order.payment().id()).status()).isEqualTo(PaymentStatus.CANCELLED);
		assertThat(this.checkout.orders(MINA, null, 0, 20).items().get(0).payment().status())
			.isEqualTo(PaymentStatus.CANCELLED);
	}

	private void stored(ReservationStatus status, PaymentStatus paymentStatus) {
		stored(status, paymentStatus, Instant.EPOCH);
	}

	private void stored(ReservationStatus status, PaymentStatus paymentStatus, Instant heldUntil) {
		Reservation reservation = new Reservation(this.id, MINA, 42, 11, STARTS,
				List.of(new ReservedSeat(7, "VIP", 150_000)), 150_000, status, heldUntil, 7, Instant.EPOCH);
		this.order = new Order(reservation,
				new Payment(UUID.randomUUID(), this.id, 150_000, paymentStatus, Instant.EPOCH, null, null, List.of()));
		given(this.seatHolds.find(MINA, this.id)).willReturn(reservation);
		given(this.seatHolds.holdToPay(MINA, this.id)).willReturn(new HoldToPay(reservation, false));
		given(this.seatHolds.use(PASS)).willReturn(new PassUse(null, false));
		given(this.payments.ofReservation(this.id)).willReturn(this.order.payment());
	}

}
