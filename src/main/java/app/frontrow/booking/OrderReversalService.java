package app.frontrow.booking;

import java.util.List;

import app.frontrow.booking.hold.SeatSaleService;
import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentRepository;
import app.frontrow.booking.payment.PaymentRepository.Reading;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.mail.MailOutboxService;
import app.frontrow.wallet.WalletService;

import org.springframework.stereotype.Component;

/**
 * Releases a hold or refunds a paid reservation within the caller's transaction. Rows are
 * locked in the order that {@link PaymentOperationFactory} names.
 */
@Component
class OrderReversalService {

	private final SeatSaleService sales;

	private final WalletService wallets;

	private final PaymentRepository payments;

	private final MailOutboxService mails;

	private final OrderWebhookService webhooks;

	OrderReversalService(SeatSaleService sales, WalletService wallets, PaymentRepository payments,
			MailOutboxService mails, OrderWebhookService webhooks) {
		this.webhooks = webhooks;
		this.mails = mails;
		this.sales = sales;
		this.wallets = wallets;
		this.payments = payments;
	}

	/** Releases a hold and cancels its payment. */
	Order release(Reservation reservation) {
		Reservation released = this.sales.release(reservation);
		this.payments.cancelPending(reservation.id());
		return new Order(released, this.payments.read(reservation.id()).payment());
	}

	/**
	 * Refunds a paid reservation, voids its tickets and puts its seats on sale again.
	 */
	Order refund(Reservation reservation) {
		long balance = this.wallets.credit(reservation.memberId(), reservation.total());
		Reading paid = this.payments.read(reservation.id());
		Reservation givenBack = this.sales.giveBack(reservation);
		Payment payment = paid.payment();
		this.wallets.recordRefund(reservation.memberId(), reservation.total(), payment.id(), balance, paid.at());
		this.payments.markRefunded(payment.id());
		this.mails.add("cancellation", reservation.memberId(), reservation.id());
		this.sales.countReturned(reservation);
		this.webhooks.tellRefunded(reservation, payment);
		return new Order(givenBack, new Payment(payment.id(), payment.reservationId(), payment.amount(),
				PaymentStatus.REFUNDED, payment.createdAt(), payment.paidAt(), payment.balanceAfter(), List.of()));
	}

}
