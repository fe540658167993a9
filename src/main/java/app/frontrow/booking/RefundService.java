package app.frontrow.booking;

import java.util.List;
import java.util.UUID;

import app.frontrow.booking.OrderReversalService.Reversal;
import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.payment.PaymentRepository;
import app.frontrow.booking.payment.PaymentRepository.Reading;
import app.frontrow.booking.payment.PaymentStatus;
import app.frontrow.booking.refund.CancellationTerms;
import app.frontrow.booking.refund.Refund;
import app.frontrow.booking.refund.RefundQuote;
import app.frontrow.booking.refund.RefundRepository;
import app.frontrow.booking.refund.RefundRequest;
import app.frontrow.booking.reservation.NotCancellableException;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.idempotency.IdempotentOperation;
import app.frontrow.idempotency.IdempotentRequest;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.limit.ActionRateLimiter;
import app.frontrow.wallet.WalletService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Calculates what a refund of tickets gives back, and refunds them, for members and for
 * the staff. The caller checks the roles of the staff.
 */
@Service
public class RefundService {

	private final OrderReversalService reversals;

	private final ReservationQueryService reservations;

	private final PaymentRepository payments;

	private final RefundRepository refunds;

	private final PassUpdateService passUpdates;

	private final IdempotencyService requests;

	private final WalletService wallets;

	private final ActionRateLimiter limit;

	private final OrderMetrics metrics;

	RefundService(OrderReversalService reversals, ReservationQueryService reservations, PaymentRepository payments,
			RefundRepository refunds, PassUpdateService passUpdates, IdempotencyService requests, WalletService wallets,
			ActionRateLimiter limit, OrderMetrics metrics) {
		this.reversals = reversals;
		this.reservations = reservations;
		this.payments = payments;
		this.refunds = refunds;
		this.passUpdates = passUpdates;
		this.requests = requests;
		this.wallets = wallets;
		this.limit = limit;
		this.metrics = metrics;
	}

	/**
	 * Calculates what the member would get back now. Nothing changes.
	 * @throws NotFoundException if there is no such reservation, or it belongs to another
	 * member
	 * @throws NotCancellableException if it is not paid, or its show has begun
	 * @throws app.frontrow.shared.error.Refusal if a ticket cannot be refunded
	 */
	public RefundQuote quote(UUID memberId, RefundRequest request) {
		return quote(this.reservations.find(memberId, request.reservationId()), request);
	}

	/**
	 * Calculates what a refund by the staff would give back now. Nothing changes.
	 * @throws NotFoundException if there is no such reservation
	 * @throws NotCancellableException if it is not paid, or its show has begun
	 * @throws app.frontrow.shared.error.Refusal if a ticket cannot be refunded
	 */
	public RefundQuote quoteForStaff(RefundRequest request) {
		return quote(this.reservations.get(request.reservationId()), request);
	}

	private RefundQuote quote(Reservation reservation, RefundRequest request) {
		if (!reservation.status().isPaid()) {
			throw new NotCancellableException();
		}
		Reading paid = this.payments.readWithTickets(reservation.id());
		if (!reservation.startsAt().isAfter(paid.at())) {
			throw new NotCancellableException();
		}
		return RefundQuote.calculate(reservation, paid, this.refunds.findTerms(reservation.id()), request);
	}

	/**
	 * Cancels tickets of the member, once per key. They become void, their seats are free
	 * at once, and the price without the fee is added to the balance.
	 * @param key the idempotency key, or null
	 * @throws NotFoundException if there is no such reservation, or it belongs to another
	 * member
	 * @throws app.frontrow.shared.error.Refusal for the reasons of {@link #quote}
	 */
	public Refund cancel(UUID memberId, @Nullable String key, RefundRequest request) {
		this.limit.check("cancel", memberId);
		Reservation found = this.reservations.find(memberId, request.reservationId());
		return run("cancel", new IdempotentRequest(memberId, "refunds", key, request),
				new RefundOperation(found, request));
	}

	/**
	 * Refunds tickets for the staff, once per key.
	 * @param staffId who refunds
	 * @param key the client's idempotency key, or null
	 * @throws NotFoundException if there is no such reservation
	 * @throws app.frontrow.shared.error.Refusal for the reasons of {@link #quote}
	 */
	public Refund refund(UUID staffId, @Nullable String key, RefundRequest request) {
		Reservation found = this.reservations.get(request.reservationId());
		return run("refund", new IdempotentRequest(staffId, "office/refunds", key, request),
				new RefundOperation(found, request));
	}

	private Refund run(String step, IdempotentRequest request, RefundOperation operation) {
		try {
			return this.metrics.countDone(step, this.requests.run(request, Refund.class, operation));
		}
		catch (RuntimeException failure) {
			throw this.metrics.countFailure(step, failure);
		}
	}

	/**
	 * Returns the refunds of an order, oldest first. Refunds of older versions have only
	 * a line of the ledger.
	 */
	public List<Refund> findRefunds(Order order) {
		List<Refund> found = this.refunds.findByPayment(order.payment().id());
		if (!found.isEmpty() || order.payment().status() != PaymentStatus.REFUNDED) {
			return found;
		}
		return this.wallets.findRefunds(order.reservation().memberId(), order.payment().id())
			.stream()
			.map((line) -> Refund.of(order.payment().id(), line))
			.toList();
	}

	/**
	 * Returns a refund.
	 * @throws NotFoundException if there is no such refund
	 */
	public Refund getRefund(UUID id) {
		return this.refunds.find(id).orElseThrow(NotFoundException::new);
	}

	/** Returns the cancellation rules that an order keeps. */
	public CancellationTerms getTerms(UUID reservationId) {
		return this.refunds.findTerms(reservationId);
	}

	private final class RefundOperation implements IdempotentOperation<Refund> {

		private final Reservation found;

		private final RefundRequest request;

		private Reversal reversal;

		RefundOperation(Reservation found, RefundRequest request) {
			this.found = found;
			this.request = request;
		}

		@Override
		public Refund execute() {
			this.reversal = reversals.refund(this.found.memberId(), this.request);
			return this.reversal.refund();
		}

		@Override
		public void updateSharedRows(Refund refund) {
			reversals.finish(this.reversal);
		}

		@Override
		public void afterCommit(Refund refund) {
			if (this.request.staff() == null && this.found.hasPass()) {
				passUpdates.followReservations(this.found.pass());
			}
		}

	}

}
