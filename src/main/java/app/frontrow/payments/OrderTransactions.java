package app.frontrow.payments;

import java.util.List;

import app.frontrow.catalogue.Show;
import app.frontrow.idempotency.AnswerRecorder;
import app.frontrow.payments.Payments.Reading;
import app.frontrow.reservations.Reservation;
import app.frontrow.reservations.SeatChoice;
import app.frontrow.reservations.SeatHolds;
import app.frontrow.waitingroom.Admission;
import app.frontrow.wallet.Wallets;

import org.springframework.stereotype.Component;

/**
 * What must happen together or not at all, each to be run in one transaction. Rows are
 * locked in one order everywhere: wallet, allowance, reservation, seats, ledger, payment,
 * idempotency record, show. The show comes last, because everybody who pays for it waits
 * for its row. No other store is asked meanwhile.
 */
@Component
class OrderTransactions {

	private final SeatHolds seatHolds;

	private final Wallets wallets;

	private final Payments payments;

	private final TicketCodes codes;

	OrderTransactions(SeatHolds seatHolds, Wallets wallets, Payments payments, TicketCodes codes) {
		this.seatHolds = seatHolds;
		this.wallets = wallets;
		this.payments = payments;
		this.codes = codes;
	}

	/** Holds the seats, if a balance can pay them, and writes the pending payment. */
	Order hold(Admission admission, Show show, SeatChoice choice, AnswerRecorder<Order> recorder) {
		Reservation reservation = this.seatHolds.hold(admission, show, choice);
		this.wallets.requirePayable(reservation.total());
		return recorder.record(new Order(reservation, this.payments.insertPending(reservation)));
	}

	/**
	 * Debits the wallet, makes the seats the member's, and writes ledger line, payment
	 * and tickets.
	 */
	Payment pay(Reservation reservation, AnswerRecorder<Payment> recorder) {
		long balance = this.wallets.debit(reservation.memberId(), reservation.total());
		Reading pending = this.payments.read(reservation.id());
		this.seatHolds.confirm(reservation);
		Payment paid = paid(pending, balance, reservation);
		this.wallets.recordPayment(reservation.memberId(), reservation.total(), paid.id(), balance, paid.paidAt());
		this.payments.markPaid(paid, reservation.showId());
		recorder.record(paid);
		this.seatHolds.countSold(reservation);
		return paid;
	}

	private Payment paid(Reading pending, long balance, Reservation reservation) {
		Payment payment = pending.payment();
		return new Payment(payment.id(), payment.reservationId(), payment.amount(), PaymentStatus.PAID,
				payment.createdAt(), pending.at(), balance,
				reservation.seatNumbers().stream().map((seat) -> new Ticket(this.codes.next(), seat)).toList());
	}

	/** Gives up a hold and its payment. */
	Order release(Reservation reservation) {
		Reservation released = this.seatHolds.release(reservation);
		this.payments.cancelPending(reservation.id());
		return new Order(released, this.payments.read(reservation.id()).payment());
	}

	/**
	 * Gives the price of a paid reservation back, voids its tickets and puts its seats on
	 * sale again.
	 */
	Order refund(Reservation reservation) {
		long balance = this.wallets.credit(reservation.memberId(), reservation.total());
		Reading paid = this.payments.read(reservation.id());
		Reservation givenBack = this.seatHolds.giveBack(reservation);
		Payment payment = paid.payment();
		this.wallets.recordRefund(reservation.memberId(), reservation.total(), payment.id(), balance, paid.at());
		this.payments.markRefunded(payment.id());
		this.seatHolds.countReturned(reservation);
		return new Order(givenBack, new Payment(payment.id(), payment.reservationId(), payment.amount(),
				PaymentStatus.REFUNDED, payment.createdAt(), payment.paidAt(), payment.balanceAfter(), List.of()));
	}

}
