package app.frontrow.booking;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.payment.PaymentRepository;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.booking.reservation.SeatChoice;
import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.idempotency.IdempotentRequest;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.limit.ActionRateLimiter;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.wallet.WalletMissingException;
import app.frontrow.wallet.WalletService;

import org.springframework.stereotype.Service;

/**
 * The way from a free seat to a ticket: hold, pay, cancel. Asks the waiting room only
 * while no transaction is open.
 */
@Service
public class CheckoutService {

	private final IdempotencyService requests;

	private final HoldOperationFactory holdOperations;

	private final PaymentOperationFactory payOperations;

	private final OrderReversalService reversals;

	private final PassUpdateService passUpdates;

	private final ReservationQueryService reservations;

	private final PaymentRepository payments;

	private final WalletService wallets;

	private final RetryingTransactionExecutor transactions;

	private final ActionRateLimiter limit;

	CheckoutService(IdempotencyService requests, HoldOperationFactory holdOperations,
			PaymentOperationFactory payOperations, OrderReversalService reversals, PassUpdateService passUpdates,
			ReservationQueryService reservations, PaymentRepository payments, WalletService wallets,
			RetryingTransactionExecutor transactions, ActionRateLimiter limit) {
		this.requests = requests;
		this.holdOperations = holdOperations;
		this.payOperations = payOperations;
		this.reversals = reversals;
		this.passUpdates = passUpdates;
		this.reservations = reservations;
		this.payments = payments;
		this.wallets = wallets;
		this.transactions = transactions;
		this.limit = limit;
	}

	/**
	 * Holds seats for a member whose turn it is, all or none, and writes the pending
	 * payment. The member's pass then lasts at least as long as the hold.
	 * @param queueToken the member's queue token for the show's concert
	 * @param choice the seats, and the sum that the member was shown
	 * @param key the client's idempotency key, null for none
	 * @throws NotFoundException if there is no such show
	 * @throws app.frontrow.shared.error.Refusal for seats that are taken, too many or no
	 * seats, a sum that differs from what was shown or that no balance can pay, a show
	 * that is not on sale, and a member whose turn it is not
	 */
	public Order hold(UUID memberId, String queueToken, SeatChoice choice, String key) {
		this.limit.check("hold", memberId);
		return this.requests.run(new IdempotentRequest(memberId, "reservations", key, choice), Order.class,
				this.holdOperations.prepare(memberId, queueToken, choice));
	}

	/**
	 * Pays a held reservation from the member's balance; its seats are the member's then.
	 * The pass has done its work with the last live hold. A live hold is payable whatever
	 * became of the pass.
	 * @param queueToken the member's queue token for the concert, null for none
	 * @param key the client's idempotency key, null for none
	 * @throws NotFoundException if there is no such reservation, or it is somebody else's
	 * @throws app.frontrow.shared.error.Refusal if the balance is too low, the hold has
	 * ended, it is paid already, or the queue token is not the member's for this concert;
	 * nothing has changed then
	 */
	public Payment pay(UUID memberId, String queueToken, UUID reservationId, String key) {
		this.limit.check("pay", memberId);
		return this.requests.run(new IdempotentRequest(memberId, "payments", key, reservationId), Payment.class,
				this.payOperations.prepare(memberId, queueToken, reservationId));
	}

	/**
	 * Tops up and pays in one request. If the payment is refused for good, the top-up
	 * stands, and the refusal tells the {@code balance}.
	 * @param topUp won, within the limits of any top-up
	 * @throws app.frontrow.shared.error.InvalidInputException if the top-up is out of its
	 * bounds; nothing has changed then
	 * @throws app.frontrow.shared.error.Refusal as {@link #pay} and the top-up do
	 */
	public Payment topUpAndPay(UUID memberId, String queueToken, UUID reservationId, long topUp, String key) {
		this.limit.check("pay", memberId);
		this.wallets.checkTopUp(memberId, topUp);
		IdempotentRequest request = new IdempotentRequest(memberId, "payments", key, List.of(reservationId, topUp));
		try {
			return this.requests.run(request, Payment.class,
					this.payOperations.prepareWithTopUp(memberId, queueToken, reservationId, topUp));
		}
		catch (WalletMissingException first) {
			this.wallets.openWallet(memberId);
			return this.requests.run(request, Payment.class,
					this.payOperations.prepareWithTopUp(memberId, queueToken, reservationId, topUp));
		}
	}

	/**
	 * Gives up a hold, or gives a paid reservation back: its seats are free at once, its
	 * tickets void, and its price is in the balance again.
	 * @throws NotFoundException if there is no such reservation, or it is somebody else's
	 * @throws app.frontrow.booking.reservation.NotCancellableException if it has ended
	 * already, or its show has begun
	 */
	public Order cancel(UUID memberId, UUID reservationId) {
		this.limit.check("cancel", memberId);
		Order order = this.transactions.run(() -> {
			Reservation reservation = this.reservations.find(memberId, reservationId);
			return (reservation.status() == ReservationStatus.CONFIRMED) ? this.reversals.refund(reservation)
					: this.reversals.release(reservation);
		});
		this.passUpdates.followReservations(order.reservation().pass());
		return order;
	}

	/**
	 * The member's reservation with its payment.
	 * @throws NotFoundException if there is none, or it is somebody else's
	 */
	public Order getOrder(UUID memberId, UUID reservationId) {
		return getOrder(this.reservations.find(memberId, reservationId));
	}

	/**
	 * The member's reservations with their payments, newest first.
	 * @param status null for any
	 */
	public PageOf<Order> findOrders(UUID memberId, ReservationStatus status, int page, int size) {
		PageOf<Reservation> found = this.reservations.findByMember(memberId, status, page, size);
		Map<UUID, Payment> byReservation = this.payments
			.findByReservations(found.items().stream().map(Reservation::id).toList());
		return found.map((reservation) -> withCurrentStatus(reservation, byReservation.get(reservation.id())));
	}

	/**
	 * One of the member's payments.
	 * @throws NotFoundException if there is none, or it is somebody else's
	 */
	public Payment getPayment(UUID memberId, UUID paymentId) {
		Payment payment = this.payments.find(memberId, paymentId).orElseThrow(NotFoundException::new);
		return getOrder(memberId, payment.reservationId()).payment();
	}

	/**
	 * The member's payments, newest first.
	 */
	public PageOf<Payment> findPayments(UUID memberId, int page, int size) {
		return this.payments.findByMember(memberId, page, size);
	}

	private Order getOrder(Reservation reservation) {
		return withCurrentStatus(reservation, this.payments.findByReservation(reservation.id()));
	}

	/**
	 * The payment of a hold that has run out is cancelled, whether or not that is written
	 * yet.
	 */
	private static Order withCurrentStatus(Reservation reservation, Payment payment) {
		if (reservation.status() != ReservationStatus.EXPIRED || payment.status() != PaymentStatus.PENDING) {
			return new Order(reservation, payment);
		}
		return new Order(reservation, new Payment(payment.id(), payment.reservationId(), payment.amount(),
				PaymentStatus.CANCELLED, payment.createdAt(), null, null, List.of()));
	}

}
