package app.frontrow.payments;

import java.util.List;

import app.frontrow.payments.PaymentRepository.Reading;
import app.frontrow.reservations.Reservation;
import app.frontrow.reservations.SeatHoldService;
import app.frontrow.wallet.WalletService;

import org.springframework.stereotype.Component;

/**
 * Takes a hold or a paid reservation back, each within the caller's transaction. Rows are
 * locked in the order that {@link PaymentOperationFactory} names.
 */
@Component
class OrderReversalService {

	private final SeatHoldService seatHolds;

	private final WalletService wallets;

	private final PaymentRepository payments;

	OrderReversalService(SeatHoldService seatHolds, WalletService wallets, PaymentRepository payments) {
		this.seatHolds = seatHolds;
		this.wallets = wallets;
		this.payments = payments;
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
