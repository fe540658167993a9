package app.frontrow.office.seat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.booking.office.SeatBlockService;
import app.frontrow.booking.office.ShowBegunException;
import app.frontrow.booking.office.StaffDecision;
import app.frontrow.booking.office.StaffSeatRules;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.idempotency.IdempotentRequest;
import app.frontrow.members.Member;
import app.frontrow.office.trail.TrailKind;
import app.frontrow.office.trail.TrailService;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Shows the seats of a show to the staff, blocks seats and releases them. Each change
 * adds an entry to the trail, in the same transaction.
 */
@Service
public class SeatOfficeService {

	private final OfficeSeatRepository seats;

	private final SeatBlockService blocks;

	private final IdempotencyService requests;

	private final TrailService trail;

	private final RetryingTransactionExecutor transactions;

	SeatOfficeService(OfficeSeatRepository seats, SeatBlockService blocks, IdempotencyService requests,
			TrailService trail, RetryingTransactionExecutor transactions) {
		this.seats = seats;
		this.blocks = blocks;
		this.requests = requests;
		this.trail = trail;
		this.transactions = transactions;
	}

	/**
	 * Returns the show with its seats.
	 * @throws NotFoundException if there is no such show, or it was withdrawn
	 */
	public OfficeSeatPlan getPlan(long showId) {
		return this.seats.findPlan(showId).orElseThrow(NotFoundException::new);
	}

	/**
	 * Returns the concert of a show.
	 * @throws NotFoundException if there is no such show
	 */
	public long getConcertId(long showId) {
		return this.seats.findConcertId(showId).orElseThrow(NotFoundException::new);
	}

	/**
	 * Returns the show of an order with its seats.
	 * @throws NotFoundException if there is no such order, or its show was withdrawn
	 */
	public OfficeSeatPlan getPlanOfOrder(UUID orderId) {
		return getPlan(this.seats.findShowOfOrder(orderId).orElseThrow(NotFoundException::new));
	}

	/**
	 * Returns the concert of an order, also if the show was cancelled.
	 * @throws NotFoundException if there is no such order
	 */
	long getConcertOfOrder(UUID orderId) {
		return this.seats.findShowOfOrder(orderId)
			.flatMap(this.seats::findConcertId)
			.orElseThrow(NotFoundException::new);
	}

	/**
	 * Blocks all the seats, so they are not for sale, or none.
	 * @param key the client's idempotency key, or null
	 * @throws app.frontrow.shared.error.InvalidInputException if a number or the reason
	 * breaks its rule
	 * @throws NotFoundException if there is no such show
	 * @throws ShowBegunException if it has begun
	 * @throws app.frontrow.booking.reservation.SeatTakenException if a seat is not free
	 */
	public BlockedSeats block(Member actor, long showId, List<Integer> numbers, String reason, @Nullable String key) {
		List<Integer> sorted = StaffSeatRules.sort(numbers);
		StaffDecision decision = StaffDecision.of(actor.username(), reason);
		OfficeSeatPlan plan = getPlan(showId);
		Show show = plan.toShow();
		BlockedSeats blocked = new BlockedSeats(showId, sorted, decision.reason());
		return this.requests.run(new IdempotentRequest(actor.id(), "office/blocks", key, blocked), BlockedSeats.class,
				new StaffOperation<>(() -> {
					requireComing(plan);
					this.blocks.block(show, sorted, decision);
					return blocked;
				}, (answer) -> {
					this.blocks.countBlocked(show, sorted.size());
					note(TrailKind.SEATS_BLOCKED, show, state(sorted, OfficeSeatStatus.AVAILABLE),
							state(sorted, OfficeSeatStatus.BLOCKED), decision.reason());
				}));
	}

	/**
	 * Puts blocked seats on sale again. Seats that are not blocked stay as they are, so
	 * the same request can be sent again.
	 * @param reason null or empty if nobody gave one
	 * @return the seats that were blocked
	 * @throws app.frontrow.shared.error.InvalidInputException if a number or the reason
	 * breaks its rule
	 * @throws NotFoundException if there is no such show
	 */
	public List<Integer> release(Member actor, long showId, @Nullable List<Integer> numbers, @Nullable String reason) {
		List<Integer> sorted = StaffSeatRules.sort(numbers);
		boolean silent = reason == null || reason.isBlank();
		String why = silent ? null : StaffDecision.of(actor.username(), reason).reason();
		Show show = getPlan(showId).toShow();
		return this.transactions.run(() -> {
			List<Integer> released = this.blocks.release(show, sorted);
			if (!released.isEmpty()) {
				this.blocks.countReleased(show, released.size());
				note(TrailKind.SEATS_RELEASED, show, state(released, OfficeSeatStatus.BLOCKED),
						state(released, OfficeSeatStatus.AVAILABLE), why);
			}
			return released;
		});
	}

	private void note(TrailKind what, Show show, Object before, Object after, @Nullable String reason) {
		this.trail.record(what, "show:" + show.id(), show.concertId(), before, after, reason);
	}

	private static Map<String, Object> state(List<Integer> seats, OfficeSeatStatus status) {
		return Map.of("seats", seats, "status", status);
	}

	static void requireComing(OfficeSeatPlan plan) {
		if (plan.hasBegun()) {
			throw new ShowBegunException();
		}
	}

}
