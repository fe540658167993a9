package app.frontrow.payments;

import java.util.List;
import java.util.UUID;

import app.frontrow.catalogue.Show;
import app.frontrow.idempotency.Once;
import app.frontrow.reservations.Reservation;
import app.frontrow.reservations.SeatHolds;
import app.frontrow.wallet.LedgerEntry;
import app.frontrow.wallet.Wallets;
import app.frontrow.waitingroom.Pass;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What must happen together or not at all, each to be run in one transaction. Rows are
 * locked in one order everywhere: idempotency record, wallet, reservation, seats, show,
 * ledger, payment. No other store is asked meanwhile.
 */
@Component
class OrderTransactions {

	private final SeatHolds seatHolds;

	private final Wallets wallets;

	private final Payments payments;

	private final TicketCodes codes;

	private final ApplicationEventPublisher events;

	OrderTransactions(SeatHolds seatHolds, Wallets wallets, Payments payments, TicketCodes codes,
			ApplicationEventPublisher events) {
		this.seatHolds = seatHolds;
		this.wallets = wallets;
		this.payments = payments;
		this.codes = codes;
		this.events = events;
	}

	/** Holds the seats and writes the pending payment. */
	Order hold(Pass pass, Show show, List<Integer> seatNumbers, Once<Order> once) {
		once.begin();
		Reservation reservation = this.seatHolds.hold(pass, show, seatNumbers);
		this.payments.insertPending(UUID.randomUUID(), reservation);
		return once.finish(new Order(reservation, this.payments.ofReservation(reservation.id())));
	}

	/**
	 * Debits the wallet, makes the seats the member's, and writes payment, tickets and
	 * ledger line.
	 */
	Payment pay(Order order, Once<Payment> once) {
		once.begin();
		Reservation reservation = order.reservation();
		UUID paymentId = order.payment().id();
		this.wallets.debit(reservation.memberId(), reservation.total());
		this.seatHolds.confirm(reservation);
		LedgerEntry line = this.wallets.recordPayment(reservation.memberId(), reservation.total(), paymentId);
		if (!this.payments.markPaid(paymentId, line.balanceAfter())) {
			throw new IllegalStateException("The payment " + paymentId + " of a live hold is not pending");
		}
		this.payments.insertTickets(paymentId, reservation.showId(),
				reservation.seatNumbers().stream().map((seat) -> new Ticket(this.codes.next(), seat)).toList());
		this.events.publishEvent(new PaymentCompleted(paymentId, reservation.id(), reservation.memberId(),
				reservation.concertId(), reservation.queueSeq()));
		return once.finish(this.payments.ofReservation(reservation.id()));
	}

	/** Gives up a hold and its payment. */
	void release(Reservation reservation) {
		this.seatHolds.release(reservation);
		this.payments.cancelPending(reservation.id());
	}

	/**
	 * Gives the price of a paid reservation back, voids its tickets and puts its seats on
	 * sale again.
	 */
	void refund(Order order) {
		Reservation reservation = order.reservation();
		UUID paymentId = order.payment().id();
		this.wallets.credit(reservation.memberId(), reservation.total());
		this.seatHolds.giveBack(reservation);
		this.wallets.recordRefund(reservation.memberId(), reservation.total(), paymentId);
		if (!this.payments.markRefunded(paymentId)) {
			throw new IllegalStateException("The payment " + paymentId + " of a confirmed reservation is not paid");
		}
	}

}
