package app.frontrow.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.reservation.ReservedSeat;
import app.frontrow.booking.reservation.SeatChoice;
import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.limit.ActionRateLimiter;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.waitingroom.place.Pass;
import app.frontrow.wallet.WalletService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class CheckoutServiceTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final Pass PASS = new Pass(42, MINA, 7);

	private static final Instant STARTS = Instant.parse("2030-06-01T10:00:00Z");

	private static final SeatChoice SEAT = new SeatChoice(11, List.of(7), null);

	private final IdempotencyService requests = mock();

	private final OrderReversalService reversals = mock();

	private final PassUpdateService passUpdates = mock();

	private final ReservationQueryService reservations = mock();

	private final WalletService wallets = mock();

	private final RetryingTransactionExecutor transactions = mock();

	private final ActionRateLimiter limit = mock();

	private final CheckoutService checkout = new CheckoutService(this.requests, mock(), mock(), this.reversals,
			this.passUpdates, this.reservations, this.wallets, this.transactions, this.limit,
			new OrderMetrics(new SimpleMeterRegistry()));

	private final UUID id = UUID.randomUUID();

	private Order order;

	@BeforeEach
	void storedHold() {
		given(this.transactions.run(any())).willAnswer((call) -> call.<Supplier<?>>getArgument(0).get());
		given(this.reversals.release(any())).willAnswer((call) -> this.order);
		given(this.reversals.refund(any())).willAnswer((call) -> this.order);
		stored(ReservationStatus.HELD, PaymentStatus.PENDING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hold", "pay", "pay with top-up", "cancel" })
	@ProvesRule(rule = "Holding, paying and cancelling are limited", guard = "CheckoutService",
			brokenBy = "leaving out any check")
	void tooFrequentActionIsRefusedBeforeAnyCall(String action) {
		willThrow(new TooManyRequestsException(7)).given(this.limit).check(action.split(" ")[0], MINA);

		assertThatThrownBy(() -> {
			switch (action) {
				case "hold" -> this.checkout.hold(MINA, "token", SEAT, null);
				case "pay" -> this.checkout.pay(MINA, "token", this.id, null);
				case "pay with top-up" -> this.checkout.topUpAndPay(MINA, "token", this.id, 1, null);
				default -> this.checkout.cancel(MINA, this.id);
			}
		}).isInstanceOf(TooManyRequestsException.class);
		verifyNoInteractions(this.requests, this.reservations, this.transactions);
	}

	@Test
	void cancellingReleasesAHoldAndRefundsWhatIsPaid() {
		assertThat(this.checkout.cancel(MINA, this.id)).isEqualTo(this.order);
		verify(this.reversals).release(this.order.reservation());
		verify(this.passUpdates).followReservations(PASS);

		stored(ReservationStatus.CONFIRMED, PaymentStatus.PAID);
		assertThat(this.checkout.cancel(MINA, this.id)).isEqualTo(this.order);
		verify(this.reversals).refund(this.order.reservation());
	}

	private void stored(ReservationStatus status, PaymentStatus paymentStatus) {
		Reservation reservation = new Reservation(this.id, MINA, 42, 11, STARTS,
				List.of(new ReservedSeat(7, "VIP", 150_000)), 150_000, status, Instant.EPOCH, 7, Instant.EPOCH, null);
		this.order = new Order(reservation,
				new Payment(UUID.randomUUID(), this.id, 150_000, paymentStatus, Instant.EPOCH, null, null, List.of()));
		given(this.reservations.find(MINA, this.id)).willReturn(reservation);
	}

}
