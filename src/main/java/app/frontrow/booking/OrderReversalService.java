package app.frontrow.booking;

import java.util.List;
import java.util.UUID;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.hold.SeatSaleService;
import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentRepository;
import app.frontrow.booking.payment.PaymentRepository.Reading;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.refund.CancellationTerms;
import app.frontrow.booking.refund.OrderRefunded;
import app.frontrow.booking.refund.Refund;
import app.frontrow.booking.refund.RefundQuote;
import app.frontrow.booking.refund.RefundRepository;
import app.frontrow.booking.refund.RefundRequest;
import app.frontrow.booking.refund.RefundRequest.StaffDecision;
import app.frontrow.booking.refund.RefundedTicket;
import app.frontrow.booking.reservation.NotCancellableException;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.mail.MailOutboxService;
import app.frontrow.shared.TimeOrderedUuid;
import app.frontrow.wallet.RefundLedgerData;
import app.frontrow.wallet.WalletService;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Releases a hold, or refunds tickets of a paid reservation, within the caller's
 * transaction. Rows are locked in the order that {@link PaymentOperationFactory} names.
 * <p>
 * A refund first locks the member's wallet and the reservation. Only then it reads the
 * tickets. If two refunds run at the same time, the second one reads the tickets that the
 * first one has left.
 */
@Component
class OrderReversalService {

	private final SeatSaleService sales;

	private final WalletService wallets;

	private final PaymentRepository payments;

	private final MailOutboxService mails;

	private final ReservationQueryService reservations;

	private final RefundRepository refunds;

	private final OrderWebhookService webhooks;

	private final ApplicationEventPublisher events;

	OrderReversalService(SeatSaleService sales, WalletService wallets, PaymentRepository payments,
			MailOutboxService mails, ReservationQueryService reservations, RefundRepository refunds,
			OrderWebhookService webhooks, ApplicationEventPublisher events) {
		this.webhooks = webhooks;
		this.sales = sales;
		this.wallets = wallets;
		this.payments = payments;
		this.mails = mails;
		this.reservations = reservations;
		this.refunds = refunds;
		this.events = events;
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
		Reversal reversal = refund(reservation.memberId(), RefundRequest.byMember(reservation.id(), null, null));
		finish(reversal);
		Payment payment = reversal.payment();
		return new Order(reversal.before().with(ReservationStatus.CANCELLED),
				new Payment(payment.id(), payment.reservationId(), payment.amount(), PaymentStatus.REFUNDED,
						payment.createdAt(), payment.paidAt(), payment.balanceAfter(), List.of()));
	}

	/**
	 * Refunds tickets. The caller must also call {@link #finish}.
	 * @param memberId the member of the reservation
	 * @throws NotCancellableException if the reservation is not paid, or its show has
	 * begun
	 */
	Reversal refund(UUID memberId, RefundRequest request) {
		this.wallets.lock(memberId);
		CancellationTerms terms = this.refunds.lockTerms(request.reservationId());
		Reservation before = this.reservations.find(memberId, request.reservationId());
		if (!before.status().isPaid()) {
			throw new NotCancellableException();
		}
		Reading paid = this.payments.readWithTickets(before.id());
		RefundQuote quote = RefundQuote.calculate(before, paid, terms, request);
		Refund refund = create(before, paid, terms, quote, request.staff());
		this.sales.giveBack(before, quote.seatNumbers(), quote.price());
		this.wallets.recordRefund(memberId,
				new RefundLedgerData(paid.payment().id(), refund.part(), refund.price(), refund.fee()),
				refund.balanceAfter(), paid.at());
		this.payments.voidTickets(paid.payment(), quote.tickets().stream().map(RefundedTicket::code).toList());
		this.refunds.insert(refund);
		this.mails.add("refund", memberId, refund.id());
		return new Reversal(before, paid.payment(), refund);
	}

	/** Adds the money to the wallet, which is locked already. */
	private Refund create(Reservation order, Reading paid, CancellationTerms terms, RefundQuote quote,
			@Nullable StaffDecision staff) {
		long balance = (quote.refund() > 0) ? this.wallets.credit(order.memberId(), quote.refund())
				: this.wallets.getBalance(order.memberId());
		String number = (order.bookingNumber() != null) ? order.bookingNumber() : paid.payment().id().toString();
		return new Refund(TimeOrderedUuid.next(), paid.payment().id(), terms.nextPart(),
				number.substring(0, Math.min(number.length(), 18)) + "-R" + terms.nextPart(), quote.refund(),
				quote.fee(), balance, (staff != null) ? staff.username() : null,
				(staff != null) ? staff.reason() : null, paid.at(), quote.tickets());
	}

	/**
	 * Counts the seats as unsold and tells other modules. Call this last, because all
	 * payments for the show update the same row.
	 */
	void finish(Reversal reversal) {
		Reservation before = reversal.before();
		Refund refund = reversal.refund();
		List<Integer> seats = refund.tickets().stream().map(RefundedTicket::seatNumber).toList();
		this.sales.countReturned(before, seats.size());
		this.webhooks.tellRefunded(before, reversal.payment(), refund);
		this.events.publishEvent(new OrderRefunded(before.id(), before.concertId(), before.seatNumbers(),
				before.total(), refund.number(), seats, refund.amount(), refund.fee(), refund.reason()));
	}

	/**
	 * A refund and the order before it.
	 *
	 * @param payment with the tickets that were valid before
	 */
	record Reversal(Reservation before, Payment payment, Refund refund) {
	}

}
