package app.frontrow.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

import app.frontrow.booking.OrderReversalService.Reversal;
import app.frontrow.booking.change.ShowMoveService;
import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.hold.ShowReservationRepository;
import app.frontrow.booking.refund.RefundRequest;
import app.frontrow.booking.refund.RefundRequest.StaffDecision;
import app.frontrow.booking.reservation.NotCancellableException;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.shared.store.RetryingTransactionExecutor;

import org.springframework.stereotype.Service;

/**
 * Ends or moves the orders of a show that does not take place as announced. Each order is
 * changed in a transaction of its own and only once, so the work can be interrupted and
 * repeated.
 */
@Service
public class ShowOrderService {

	private final ShowReservationRepository showReservations;

	private final ReservationQueryService reservations;

	private final OrderReversalService reversals;

	private final PassUpdateService passUpdates;

	private final ShowMoveService moves;

	private final RetryingTransactionExecutor transactions;

	ShowOrderService(ShowReservationRepository showReservations, ReservationQueryService reservations,
			OrderReversalService reversals, PassUpdateService passUpdates, ShowMoveService moves,
			RetryingTransactionExecutor transactions) {
		this.showReservations = showReservations;
		this.reservations = reservations;
		this.reversals = reversals;
		this.passUpdates = passUpdates;
		this.moves = moves;
		this.transactions = transactions;
	}

	/** Counts the paid orders of the show, and what they cost. */
	public Sales count(long showId) {
		List<Long> prices = this.showReservations.findPrices(showId);
		return new Sales(prices.size(), prices.stream().mapToLong(Long::longValue).sum());
	}

	/** Returns the reservations of the show that are held or paid. */
	public List<UUID> findLive(long showId) {
		return this.showReservations.findLive(showId);
	}

	/**
	 * Refunds a paid order without a fee, or releases a hold. Does nothing if the order
	 * has ended already.
	 * @param counter gets the refunded won, in the same transaction
	 */
	public void clear(UUID reservationId, StaffDecision decision, LongConsumer counter) {
		Reservation reservation = this.reservations.get(reservationId);
		try {
			this.transactions.run(() -> {
				if (reservation.status() == ReservationStatus.HELD) {
					this.reversals.release(reservation);
				}
				else {
					refundAll(reservation, decision, counter);
				}
				return null;
			});
		}
		catch (NotCancellableException endedMeanwhile) {
			return;
		}
		if (reservation.hasPass()) {
			this.passUpdates.followReservations(reservation.pass());
		}
	}

	private void refundAll(Reservation reservation, StaffDecision decision, LongConsumer counter) {
		Reversal reversal = this.reversals.refund(reservation.memberId(),
				new RefundRequest(reservation.id(), null, null, decision));
		this.reversals.finish(reversal);
		counter.accept(reversal.refund().amount());
	}

	/**
	 * Returns the live reservations of the show that still have another date.
	 */
	public List<UUID> findNotMoved(long showId, Instant startsAt) {
		return this.showReservations.findNotMoved(showId, startsAt);
	}

	/**
	 * Gives a reservation the new date of its show. If it is paid, the member is told,
	 * and may give the tickets back without a fee until the given time.
	 * @param counter counts the order as moved, in the same transaction
	 */
	public void move(UUID reservationId, Instant startsAt, Instant refundUntil, Runnable counter) {
		this.transactions.run(() -> {
			Reservation before = this.reservations.get(reservationId);
			if (this.showReservations.move(reservationId, startsAt, refundUntil)) {
				if (this.reservations.get(reservationId).status().isPaid()) {
					this.moves.tellBuyer(before, refundUntil);
					counter.run();
				}
			}
			return null;
		});
	}

	/**
	 * The paid orders of a show.
	 *
	 * @param sum won
	 */
	public record Sales(int orders, long sum) {
	}

}
