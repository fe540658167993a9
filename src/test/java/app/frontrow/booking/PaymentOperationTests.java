package app.frontrow.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.hold.SeatSaleService;
import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentRepository;
import app.frontrow.booking.payment.PaymentRepository.Reading;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.payment.Ticket;
import app.frontrow.booking.payment.TicketCodeGenerator;
import app.frontrow.booking.reservation.PayableHold;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.reservation.ReservedSeat;
import app.frontrow.idempotency.IdempotentOperation;
import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.wallet.WalletService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class PaymentOperationTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final Instant NOW = Instant.parse("2030-06-01T10:00:00Z");

	private static final Reservation HELD = new Reservation(UUID.randomUUID(), MINA, 42, 11, Instant.EPOCH,
			List.of(new ReservedSeat(7, "VIP", 150_000), new ReservedSeat(8, "VIP", 150_000)), 300_000,
			ReservationStatus.HELD, Instant.EPOCH, 7, Instant.EPOCH, null);

	private static final Payment PENDING = new Payment(UUID.randomUUID(), HELD.id(), 300_000, PaymentStatus.PENDING,
			Instant.EPOCH, null, null, List.of());

	private final WaitingRoomService waitingRoom = mock();

	private final ReservationQueryService reservations = mock();

	private final SeatSaleService sales = mock();

	private final WalletService wallets = mock();

	private final PaymentRepository payments = mock();

	private final IdempotentOperation<Payment> operation = new PaymentOperationFactory(this.waitingRoom,
			this.reservations, this.sales, this.wallets, this.payments, new TicketCodeGenerator(), mock(), mock(),
			mock())
		.prepare(MINA, null, HELD.id());

	@BeforeEach
	void payableHold() {
		given(this.reservations.findPayableHold(MINA, HELD.id())).willReturn(new PayableHold(HELD, false));
		given(this.payments.read(HELD.id())).willReturn(new Reading(PENDING, NOW));
		given(this.wallets.debit(MINA, 300_000)).willReturn(12L);
	}

	@Test
	@ProvesRule(rule = "A payment changes the count of its show last", guard = "PaymentOperationFactory",
			brokenBy = "calling countSold in execute")
	void walletIsLockedFirstAndTheCountOfTheShowLast() {
		Payment payment = this.operation.execute();

		InOrder order = inOrder(this.wallets, this.sales, this.payments);
		order.verify(this.wallets).debit(MINA, 300_000);
		order.verify(this.sales).confirm(HELD);
		order.verify(this.wallets).recordPayment(MINA, 300_000, PENDING.id(), 12, NOW);
		order.verify(this.payments).markPaid(payment, 11);
		verify(this.sales, never()).countSold(any());
		this.operation.updateSharedRows(payment);
		verify(this.sales).countSold(HELD);
		assertThat(payment.status()).isEqualTo(PaymentStatus.PAID);
		assertThat(payment.paidAt()).isEqualTo(NOW);
		assertThat(payment.balanceAfter()).isEqualTo(12);
		assertThat(payment.tickets()).extracting(Ticket::seatNumber).containsExactly(7, 8);
		assertThat(payment.tickets()).extracting(Ticket::code).doesNotHaveDuplicates();
	}

	@Test
	void liveHoldIsPayableWithoutAQueueToken() {
		this.operation.check();
		this.operation.execute();

		verifyNoInteractions(this.waitingRoom);
	}

	@Test
	void failedDebitTouchesNoSeat() {
		willThrow(new IllegalStateException("too little")).given(this.wallets).debit(MINA, 300_000);

		assertThatThrownBy(this.operation::execute).isInstanceOf(IllegalStateException.class);
		verify(this.sales, never()).confirm(any());
		verifyNoInteractions(this.payments);
	}

}
