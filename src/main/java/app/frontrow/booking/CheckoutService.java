package app.frontrow.booking;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.payment.Payment;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.SeatChoice;
import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.idempotency.IdempotentRequest;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.limit.ActionRateLimiter;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import app.frontrow.wallet.WalletMissingException;
import app.frontrow.wallet.WalletService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Holds seats, pays held reservations and cancels reservations. It calls the waiting room
 * only while no transaction is open, so that a slow Redis holds no row locks.
 */
@Service
public class CheckoutService {

	private final IdempotencyService requests;

	private final HoldOperationFactory holdOperations;

	private final PaymentOperationFactory payOperations;

	private final OrderReversalService reversals;

	private final PassUpdateService passUpdates;

	private final ReservationQueryService reservations;

	private final WalletService wallets;

	private final RetryingTransactionExecutor transactions;

	private final ActionRateLimiter limit;

	private final OrderMetrics metrics;

	CheckoutService(IdempotencyService requests, HoldOperationFactory holdOperations,
			PaymentOperationFactory payOperations, OrderReversalService reversals, PassUpdateService passUpdates,
			ReservationQueryService reservations, WalletService wallets, RetryingTransactionExecutor transactions,
			ActionRateLimiter limit, OrderMetrics metrics) {
		this.requests = requests;
		this.holdOperations = holdOperations;
		this.payOperations = payOperations;
		this.reversals = reversals;
		this.passUpdates = passUpdates;
		this.reservations = reservations;
		this.wallets = wallets;
		this.transactions = transactions;
		this.limit = limit;
		this.metrics = metrics;
	}

	/**
	 * Holds all chosen seats or none for an admitted member, and writes the pending
	 * payment. The member's pass then lasts at least as long as the hold.
	 * @param queueToken the member's queue token for the show's concert
	 * @param choice the seats, and the total price that the member saw
	 * @param key the client's idempotency key, or null
	 * @throws NotFoundException if there is no such show
	 * @throws app.frontrow.shared.error.Refusal if a seat is taken, if there are too many
	 * or no seats, if the total differs from the one that the member saw or exceeds the
	 * limit of balances, if the show is not on sale, or if the member is not admitted
	 */
	public Order hold(UUID memberId, @Nullable String queueToken, SeatChoice choice, @Nullable String key) {
		this.limit.check("hold", memberId);
		try {
			return this.metrics.countDone("hold",
					this.requests.run(new IdempotentRequest(memberId, "reservations", key, choice), Order.class,
							this.holdOperations.prepare(memberId, queueToken, choice)));
		}
		catch (RuntimeException failure) {
			throw this.metrics.countFailure("hold", failure);
		}
	}

	/**
	 * Pays a held reservation from the member's balance and sells its seats to the
	 * member. If it was the member's last live hold for the concert, the pass is
	 * completed. A live hold can be paid even if the pass has ended.
	 * @param queueToken the member's queue token for the concert, or null
	 * @param key the client's idempotency key, or null
	 * @throws NotFoundException if there is no such reservation, or it belongs to another
	 * member
	 * @throws app.frontrow.shared.error.Refusal if the balance is too low, the hold has
	 * ended, the reservation is already paid, or the queue token does not belong to the
	 * member and the concert; then nothing has changed
	 */
	public Payment pay(UUID memberId, @Nullable String queueToken, UUID reservationId, @Nullable String key) {
		this.limit.check("pay", memberId);
		try {
			return this.metrics.countDone("pay",
					this.requests.run(new IdempotentRequest(memberId, "payments", key, reservationId), Payment.class,
							this.payOperations.prepare(memberId, queueToken, reservationId)));
		}
		catch (RuntimeException failure) {
			throw this.metrics.countFailure("pay", failure);
		}
	}

	/**
	 * Tops up and pays in one request. If the payment is finally refused, the top-up
	 * stays in the balance, and the refusal contains the {@code balance}.
	 * @param topUp won, within the limits of a top-up
	 * @throws app.frontrow.shared.error.InvalidInputException if the top-up is out of its
	 * bounds; then nothing has changed
	 * @throws app.frontrow.shared.error.Refusal as {@link #pay} does, and as a top-up
	 */
	public Payment topUpAndPay(UUID memberId, @Nullable String queueToken, UUID reservationId, long topUp,
			@Nullable String key) {
		this.limit.check("pay", memberId);
		this.wallets.checkTopUp(memberId, topUp);
		IdempotentRequest request = new IdempotentRequest(memberId, "payments", key, List.of(reservationId, topUp));
		Supplier<Payment> work = () -> this.requests.run(request, Payment.class,
				this.payOperations.prepareWithTopUp(memberId, queueToken, reservationId, topUp));
		try {
			return this.metrics.countDone("pay", runWithWallet(memberId, work));
		}
		catch (RuntimeException failure) {
			throw this.metrics.countFailure("pay", failure);
		}
	}

	private Payment runWithWallet(UUID memberId, Supplier<Payment> work) {
		try {
			return work.get();
		}
		catch (WalletMissingException first) {
			this.wallets.openWallet(memberId);
			return work.get();
		}
	}

	/**
	 * Gives up a hold, or returns a paid reservation. Its seats are free at once. A paid
	 * reservation is refunded to the balance without the fee of its cancellation rules,
	 * and its tickets become void.
	 * @throws NotFoundException if there is no such reservation, or it belongs to another
	 * member
	 * @throws app.frontrow.booking.reservation.NotCancellableException if it has ended
	 * already, or its show has begun
	 */
	public Order cancel(UUID memberId, UUID reservationId) {
		this.limit.check("cancel", memberId);
		Order order = cancelAndCount(memberId, reservationId);
		if (order.reservation().hasPass()) {
			this.passUpdates.followReservations(order.reservation().pass());
		}
		return order;
	}

	private Order cancelAndCount(UUID memberId, UUID reservationId) {
		try {
			return this.metrics.countDone("cancel", this.transactions.run(() -> {
				Reservation reservation = this.reservations.find(memberId, reservationId);
				return reservation.status().isPaid() ? this.reversals.refund(reservation)
						: this.reversals.release(reservation);
			}));
		}
		catch (RuntimeException failure) {
			throw this.metrics.countFailure("cancel", failure);
		}
	}

}
