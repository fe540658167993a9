package app.frontrow.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.catalogue.Show;
import app.frontrow.idempotency.AnswerRecorder;
import app.frontrow.payments.Payments.Reading;
import app.frontrow.reservations.Reservation;
import app.frontrow.reservations.ReservationStatus;
import app.frontrow.reservations.ReservedSeat;
import app.frontrow.reservations.SeatChoice;
import app.frontrow.reservations.SeatHolds;
import app.frontrow.shared.NotFoundException;
import app.frontrow.waitingroom.Admission;
import app.frontrow.waitingroom.place.Pass;
import app.frontrow.wallet.Wallets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

/**
 * The steps of each transaction and the order of their locks.
 */
class OrderTransactionsTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final Admission ADMISSION = new Admission(new Pass(42, MINA, 7), null, Duration.ZERO);

	private static final SeatChoice CHOICE = new SeatChoice(11, List.of(7, 8), null);

	private static final Show SHOW = new Show(11, 42, Instant.EPOCH, 50);

	private static final Reservation HELD = new Reservation(UUID.randomUUID(), MINA, 42, 11, Instant.EPOCH,
			List.of(new ReservedSeat(7, "VIP", 150_000), new ReservedSeat(8, "VIP", 150_000)), 300_000,
			ReservationStatus.HELD, Instant.EPOCH, 7, Instant.EPOCH);

	private static final Instant NOW = Instant.parse("2030-06-01T10:00:00Z");

	private static final Payment PENDING = payment(PaymentStatus.PENDING, null);

	private static final Order ORDER = new Order(HELD, PENDING);

	private final SeatHolds seatHolds = mock();

	private final Wallets wallets = mock();

	private final Payments payments = mock();

	private final OrderTransactions steps = new OrderTransactions(this.seatHolds, this.wallets, this.payments,
			new TicketCodes());

	private final AnswerRecorder<Order> holds = mock();

	private final AnswerRecorder<Payment> paid = mock();

	@BeforeEach
	void everythingGoesWell() {
		given(this.seatHolds.hold(ADMISSION, SHOW, CHOICE)).willReturn(HELD);
		given(this.payments.insertPending(HELD)).willReturn(PENDING);
		given(this.payments.read(HELD.id())).willReturn(new Reading(PENDING, NOW));
		given(this.wallets.debit(MINA, 300_000)).willReturn(12L);
		given(this.wallets.credit(MINA, 300_000)).willReturn(300_012L);
		given(this.holds.record(any())).willAnswer((call) -> call.getArgument(0));
		given(this.paid.record(any())).willAnswer((call) -> call.getArgument(0));
	}

	@Test
	void holdingWritesThePendingPayment() {
		assertThat(this.steps.hold(ADMISSION, SHOW, CHOICE, this.holds)).isEqualTo(ORDER);

		InOrder order = inOrder(this.seatHolds, this.payments, this.holds);
		order.verify(this.seatHolds).hold(ADMISSION, SHOW, CHOICE);
		order.verify(this.payments).insertPending(HELD);
		order.verify(this.holds).record(ORDER);
	}

	@Test
	void whatNoBalanceCanPayIsNotHeld() {
		willThrow(new NotFoundException()).given(this.wallets).requirePayable(300_000);

		assertThatThrownBy(() -> this.steps.hold(ADMISSION, SHOW, CHOICE, this.holds))
			.isInstanceOf(NotFoundException.class);
		verifyNoInteractions(this.payments, this.holds);
	}

	@Test
	void payingLocksTheWalletFirstAndTheCountOfTheShowLast() {
		Payment payment = this.steps.pay(HELD, this.paid);

		InOrder order = inOrder(this.paid, this.wallets, this.seatHolds, this.payments);
		order.verify(this.wallets).debit(MINA, 300_000);
		order.verify(this.seatHolds).confirm(HELD);
		order.verify(this.wallets).recordPayment(MINA, 300_000, PENDING.id(), 12, NOW);
		order.verify(this.payments).markPaid(payment, 11);
		order.verify(this.paid).record(payment);
		order.verify(this.seatHolds).countSold(HELD);
		assertThat(payment.status()).isEqualTo(PaymentStatus.PAID);
		assertThat(payment.paidAt()).isEqualTo(NOW);
		assertThat(payment.balanceAfter()).isEqualTo(12);
		assertThat(payment.tickets()).extracting(Ticket::seatNumber).containsExactly(7, 8);
		assertThat(payment.tickets()).extracting(Ticket::code).doesNotHaveDuplicates();
	}

	@Test
	void debitThatFailsTouchesNoSeat() {
		willThrow(new IllegalStateException("too little")).given(this.wallets).debit(MINA, 300_000);

		assertThatThrownBy(() -> this.steps.pay(HELD, this.paid)).isInstanceOf(IllegalStateException.class);
		verifyNoInteractions(this.seatHolds, this.payments, this.paid);
	}

	@Test
	void paymentThatIsNotPendingBreaksThePaymentOff() {
		willThrow(new IllegalStateException("not pending")).given(this.payments).markPaid(any(), anyLong());

		assertThatThrownBy(() -> this.steps.pay(HELD, this.paid)).isInstanceOf(IllegalStateException.class);
		verifyNoInteractions(this.paid);
	}

	@Test
	void givingUpCancelsThePayment() {
		Payment cancelled = payment(PaymentStatus.CANCELLED, null);
		Reservation released = reservation(ReservationStatus.CANCELLED);
		given(this.seatHolds.release(HELD)).willReturn(released);
		given(this.payments.read(HELD.id())).willReturn(new Reading(cancelled, NOW));

		assertThat(this.steps.release(HELD)).isEqualTo(new Order(released, cancelled));

		InOrder order = inOrder(this.seatHolds, this.payments);
		order.verify(this.seatHolds).release(HELD);
		order.verify(this.payments).cancelPending(HELD.id());
		order.verify(this.payments).read(HELD.id());
		verifyNoInteractions(this.wallets);
	}

	@Test
	void refundLocksTheWalletFirstAndTheCountOfTheShowLast() {
		Reservation sold = reservation(ReservationStatus.CONFIRMED);
		Payment payment = payment(PaymentStatus.PAID, Instant.EPOCH);
		given(this.payments.read(sold.id())).willReturn(new Reading(payment, NOW));
		given(this.seatHolds.giveBack(sold)).willReturn(reservation(ReservationStatus.CANCELLED));

		Order order = this.steps.refund(sold);

		InOrder steps = inOrder(this.wallets, this.seatHolds, this.payments);
		steps.verify(this.wallets).credit(MINA, 300_000);
		steps.verify(this.seatHolds).giveBack(sold);
		steps.verify(this.wallets).recordRefund(MINA, 300_000, payment.id(), 300_012, NOW);
		steps.verify(this.payments).markRefunded(payment.id());
		steps.verify(this.seatHolds).countReturned(sold);
		assertThat(order.payment().status()).isEqualTo(PaymentStatus.REFUNDED);
		assertThat(order.payment().paidAt()).isEqualTo(Instant.EPOCH);
		assertThat(order.payment().tickets()).isEmpty();
	}

	private static Payment payment(PaymentStatus status, Instant paidAt) {
		return new Payment(UUID.randomUUID(), HELD.id(), 300_000, status, Instant.EPOCH, paidAt, null, List.of());
	}

	private static Reservation reservation(ReservationStatus status) {
		return new Reservation(UUID.randomUUID(), MINA, 42, 11, Instant.EPOCH, HELD.seats(), 300_000, status,
				Instant.EPOCH, 7, Instant.EPOCH);
	}

}
