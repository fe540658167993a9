package app.frontrow.payments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.frontrow.idempotency.AnswerRecorder;
import app.frontrow.payments.Payments.Reading;
import app.frontrow.reservations.Reservation;
import app.frontrow.reservations.ReservationStatus;
import app.frontrow.reservations.ReservedSeat;
import app.frontrow.reservations.SeatHolds;
import app.frontrow.rules.ProvesRule;
import app.frontrow.wallet.Wallets;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;

/**
 * The order of the locks in each transaction.
 */
class OrderTransactionsTests {

	private static final UUID MINA = UUID.randomUUID();

	private static final Reservation ORDERED = new Reservation(UUID.randomUUID(), MINA, 42, 11, Instant.EPOCH,
			List.of(new ReservedSeat(7, "VIP", 150_000)), 150_000, ReservationStatus.HELD, Instant.EPOCH, 7,
			Instant.EPOCH);

	private static final Payment PAYMENT = new Payment(UUID.randomUUID(), ORDERED.id(), 150_000, PaymentStatus.PENDING,
			Instant.EPOCH, null, null, List.of());

	private final SeatHolds seatHolds = mock();

	private final Wallets wallets = mock();

	private final Payments payments = mock();

	private final AnswerRecorder<Payment> answers = mock();

	private final OrderTransactions steps = new OrderTransactions(this.seatHolds, this.wallets, this.payments,
			new TicketCodes());

	private final InOrder order = inOrder(this.answers, this.wallets, this.seatHolds, this.payments);

	@Test
	@ProvesRule(rule = "A payment changes the count of its show last", guard = "OrderTransactions.pay",
			brokenBy = "calling countSold before the answer is recorded")
	void paymentLocksTheWalletFirstAndTheShowLast() {
		given(this.payments.read(ORDERED.id())).willReturn(new Reading(PAYMENT, Instant.EPOCH));

		this.steps.pay(ORDERED, this.answers);

		this.order.verify(this.wallets).debit(MINA, 150_000);
		this.order.verify(this.seatHolds).confirm(ORDERED);
		this.order.verify(this.answers).record(any());
		this.order.verify(this.seatHolds).countSold(ORDERED);
	}

	@Test
	void refundLocksTheWalletFirstAndTheShowLast() {
		given(this.payments.read(ORDERED.id())).willReturn(new Reading(PAYMENT, Instant.EPOCH));

		this.steps.refund(ORDERED);

		this.order.verify(this.wallets).credit(MINA, 150_000);
		this.order.verify(this.seatHolds).giveBack(ORDERED);
		this.order.verify(this.payments).markRefunded(PAYMENT.id());
		this.order.verify(this.seatHolds).countReturned(ORDERED);
	}

}
