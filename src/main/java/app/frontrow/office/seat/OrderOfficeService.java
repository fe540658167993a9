package app.frontrow.office.seat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.booking.office.ComplimentaryOrderService;
import app.frontrow.booking.office.ReseatService;
import app.frontrow.booking.office.SeatMove;
import app.frontrow.booking.office.StaffDecision;
import app.frontrow.booking.office.StaffSeatRules;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.idempotency.IdempotentRequest;
import app.frontrow.members.Member;
import app.frontrow.members.MemberService;
import app.frontrow.office.trail.TrailKind;
import app.frontrow.office.trail.TrailService;
import app.frontrow.shared.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Gives complimentary seats and exchanges paid seats, for the staff. Each change is noted
 * in the trail, in the same transaction.
 */
@Service
public class OrderOfficeService {

	private final SeatOfficeService seats;

	private final ComplimentaryOrderService gifts;

	private final ReseatService reseats;

	private final MemberService members;

	private final IdempotencyService requests;

	private final TrailService trail;

	OrderOfficeService(SeatOfficeService seats, ComplimentaryOrderService gifts, ReseatService reseats,
			MemberService members, IdempotencyService requests, TrailService trail) {
		this.seats = seats;
		this.gifts = gifts;
		this.reseats = reseats;
		this.members = members;
		this.requests = requests;
		this.trail = trail;
	}

	/**
	 * Gives all the seats to a member for nothing, or none.
	 * @param key the client's idempotency key, or null
	 * @return the member's order
	 * @throws InvalidInputException if a number, the reason or the username breaks its
	 * rule
	 * @throws app.frontrow.shared.error.NotFoundException if there is no such show
	 * @throws NotAnnouncedException if its concert is a draft
	 * @throws app.frontrow.booking.office.ShowBegunException if it has begun
	 * @throws app.frontrow.booking.reservation.SeatTakenException if a seat is not free
	 */
	public ChangedOrder give(Member actor, long showId, ComplimentarySeatRequest wanted, @Nullable String key) {
		List<Integer> sorted = StaffSeatRules.sort(wanted.seatNumbers());
		StaffDecision decision = StaffDecision.of(actor.username(), wanted.reason());
		Member member = findMember(wanted.username());
		OfficeSeatPlan plan = this.seats.getPlan(showId);
		Object content = List.of(showId, sorted, member.id(), decision.reason());
		return this.requests.run(new IdempotentRequest(actor.id(), "office/complimentary", key, content),
				ChangedOrder.class, new StaffOperation<>(() -> {
					requireAnnounced(plan);
					SeatOfficeService.requireComing(plan);
					Reservation given = this.gifts.give(plan.toShow(), sorted, member.id(), decision);
					return new ChangedOrder(given.id());
				}, (order) -> {
					this.gifts.countGiven(plan.toShow(), sorted.size());
					note(TrailKind.SEATS_GIVEN, order.id(), plan.concertId(), null,
							Map.of("member", member.username(), "show", showId, "seats", sorted), decision);
				}));
	}

	/**
	 * Exchanges a paid seat for a free one of the same show, grade and price.
	 * @param key the client's idempotency key, or null
	 * @throws InvalidInputException if a number or the reason breaks its rule
	 * @throws app.frontrow.shared.error.NotFoundException if there is no such order
	 * @throws app.frontrow.shared.error.Refusal for the reasons of
	 * {@link ReseatService#reseat}
	 */
	public ChangedOrder reseat(Member actor, UUID orderId, SeatExchange exchange, @Nullable String key) {
		StaffSeatRules.requireNumber("from", exchange.from());
		StaffSeatRules.requireNumber("to", exchange.to());
		StaffDecision decision = StaffDecision.of(actor.username(), exchange.reason());
		long concertId = this.seats.getConcertOfOrder(orderId);
		Object content = List.of(orderId, exchange.from(), exchange.to(), decision.reason());
		return this.requests.run(new IdempotentRequest(actor.id(), "office/reseat", key, content), ChangedOrder.class,
				new StaffOperation<>(() -> {
					SeatMove move = this.reseats.reseat(orderId, exchange.from(), exchange.to(), decision);
					return new ChangedOrder(move.reservationId());
				}, (order) -> note(TrailKind.ORDER_RESEATED, orderId, concertId, Map.of("seat", exchange.from()),
						Map.of("seat", exchange.to()), decision)));
	}

	private Member findMember(@Nullable String username) {
		return this.members.findByUsername((username != null) ? username : "")
			.orElseThrow(() -> new InvalidInputException("username", "no-such-member"));
	}

	private void note(TrailKind what, UUID orderId, long concertId, @Nullable Object before, Object after,
			StaffDecision decision) {
		this.trail.record(what, "order:" + orderId, concertId, before, after, decision.reason());
	}

	private static void requireAnnounced(OfficeSeatPlan plan) {
		if (!plan.isAnnounced()) {
			throw new NotAnnouncedException();
		}
	}

}
