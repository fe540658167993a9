package app.frontrow.payments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.catalogue.Show;
import app.frontrow.idempotency.Once;
import app.frontrow.reservations.Reservation;
import app.frontrow.reservations.ReservationStatus;
import app.frontrow.reservations.ReservedSeat;
import app.frontrow.reservations.SeatHolds;
import app.frontrow.waitingroom.Pass;
import app.frontrow.wallet.EntryType;
import app.frontrow.wallet.LedgerEntry;
import app.frontrow.wallet.Wallets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Captor;
import org.mockito.InOrder;
import org.mockito.MockitoAnnotations;

import org.springframework.context.ApplicationEventPublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

/**
 * The steps of each transaction and the order of their locks.
 */
class OrderTransactionsTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final Pass PASS = new Pass(42, MINA, 7);

	private static final Show SHOW = new Show(11, 42, Instant.EPOCH, 50);

	private static final Reservation HELD = new Reservation(UUID.randomUUID(), MINA, 42, 11, Instant.EPOCH,
			List.of(new ReservedSeat(7, "VIP", 150_000), new ReservedSeat(8, "VIP", 150_000)), 300_000,
			ReservationStatus.HELD, Instant.EPOCH, 7, Instant.EPOCH);

	private static final Payment PENDING = payment(PaymentStatus.PENDING);

	private static final Order ORDER = new Order(HELD, PENDING);

	private final SeatHolds seatHolds = mock();

	private final Wallets wallets = mock();

	private final Payments payments = mock();

	private final ApplicationEventPublisher events = mock();

	private final OrderTransactions steps = new OrderTransactions(this.seatHolds, this.wallets, this.payments,
			new TicketCodes(), this.events);

	private final Once<Order> onceHeld = mock();

	private final Once<Payment> oncePaid = mock();

	@Captor
	private ArgumentCaptor<List<Ticket>> tickets;

	@BeforeEach
	void everythingGoesWell() {
		MockitoAnnotations.openMocks(this);
		given(this.seatHolds.hold(PASS, SHOW, List.of(7, 8))).willReturn(HELD);
		given(this.payments.ofReservation(HELD.id())).willReturn(PENDING);
		given(this.wallets.recordPayment(MINA, 300_000, PENDING.id()))
			.willReturn(new LedgerEntry(1, EntryType.PAYMENT, -300_000, 12, "x", Instant.EPOCH));
		given(this.payments.markPaid(PENDING.id(), 12)).willReturn(true);
		given(this.payments.markRefunded(PENDING.id())).willReturn(true);
		given(this.onceHeld.finish(any())).willAnswer((call) -> call.getArgument(0));
		given(this.oncePaid.finish(any())).willAnswer((call) -> call.getArgument(0));
	}

	@Test
	void holdingWritesThePendingPayment() {
		assertThat(this.steps.hold(PASS, SHOW, List.of(7, 8), this.onceHeld)).isEqualTo(ORDER);

		InOrder order = inOrder(this.onceHeld, this.seatHolds, this.payments);
		order.verify(this.onceHeld).begin();
		order.verify(this.seatHolds).hold(PASS, SHOW, List.of(7, 8));
		order.verify(this.payments).insertPending(any(), eq(HELD));
		order.verify(this.onceHeld).finish(ORDER);
	}

	@Test
	void payingLocksRecordWalletSeatsAndPaymentInThisOrder() {
		assertThat(this.steps.pay(ORDER, this.oncePaid)).isEqualTo(PENDING);

		InOrder order = inOrder(this.oncePaid, this.wallets, this.seatHolds, this.payments, this.events);
		order.verify(this.oncePaid).begin();
		order.verify(this.wallets).debit(MINA, 300_000);
		order.verify(this.seatHolds).confirm(HELD);
		order.verify(this.wallets).recordPayment(MINA, 300_000, PENDING.id());
		order.verify(this.payments).markPaid(PENDING.id(), 12);
		order.verify(this.payments).insertTickets(eq(PENDING.id()), eq(11L), this.tickets.capture());
		order.verify(this.events).publishEvent(new PaymentCompleted(PENDING.id(), HELD.id(), MINA, 42, 7));
		order.verify(this.oncePaid).finish(PENDING);
		assertThat(this.tickets.getValue()).extracting(Ticket::seatNumber).containsExactly(7, 8);
		assertThat(this.tickets.getValue()).extracting(Ticket::code).doesNotHaveDuplicates();
	}

	@Test
	void debitThatFailsTouchesNoSeat() {
		willThrow(new IllegalStateException("too little")).given(this.wallets).debit(MINA, 300_000);

		assertThatThrownBy(() -> this.steps.pay(ORDER, this.oncePaid)).isInstanceOf(IllegalStateException.class);
		verifyNoInteractions(this.seatHolds, this.payments, this.events);
		verify(this.oncePaid, never()).finish(any());
	}

	@Test
	void paymentThatIsNotPendingBreaksThePaymentOff() {
		given(this.payments.markPaid(PENDING.id(), 12)).willReturn(false);

		assertThatThrownBy(() -> this.steps.pay(ORDER, this.oncePaid)).isInstanceOf(IllegalStateException.class);
		verify(this.payments, never()).insertTickets(any(), anyLong(), any());
		verifyNoInteractions(this.events);
	}

	@Test
	void givingUpCancelsThePayment() {
		this.steps.release(HELD);

		InOrder order = inOrder(this.seatHolds, this.payments);
		order.verify(this.seatHolds).release(HELD);
		order.verify(this.payments).cancelPending(HELD.id());
		verifyNoInteractions(this.wallets);
	}

	@Test
	void refundLocksTheWalletFirst() {
		this.steps.refund(ORDER);

		InOrder order = inOrder(this.wallets, this.seatHolds, this.payments);
		order.verify(this.wallets).credit(MINA, 300_000);
		order.verify(this.seatHolds).giveBack(HELD);
		order.verify(this.wallets).recordRefund(MINA, 300_000, PENDING.id());
		order.verify(this.payments).markRefunded(PENDING.id());
	}

	@Test
	void refundOfWhatWasNotPaidIsBrokenOff() {
		given(this.payments.markRefunded(PENDING.id())).willReturn(false);

		assertThatThrownBy(() -> this.steps.refund(ORDER)).isInstanceOf(IllegalStateException.class);
	}

	static Payment payment(PaymentStatus status) {
		return new Payment(UUID.randomUUID(), HELD.id(), 300_000, status, Instant.EPOCH, null, null, List.of());
	}

}
