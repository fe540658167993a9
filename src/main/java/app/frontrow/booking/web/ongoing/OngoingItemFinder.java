package app.frontrow.booking.web.ongoing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.frontrow.booking.hold.ReservationQueryService;
import app.frontrow.booking.reservation.Reservation;
import app.frontrow.booking.reservation.ReservationStatus;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.members.Member;
import app.frontrow.shared.error.Refusal;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Finds the ongoing items of a member: places in queues, turns and holds. Without a queue
 * token and a {@link HoldCookie} in the request, no store is asked. Otherwise this costs
 * one statement, and one call of the waiting room for each token.
 */
@Component
class OngoingItemFinder {

	/** More holds than a member can have, so all holds are on the first page. */
	private static final int HOLDS = 100;

	private final QueueTokenCookie tokens;

	private final WaitingRoomService waitingRoom;

	private final ReservationQueryService reservations;

	private final CatalogueQueryService catalogue;

	OngoingItemFinder(QueueTokenCookie tokens, WaitingRoomService waitingRoom, ReservationQueryService reservations,
			CatalogueQueryService catalogue) {
		this.tokens = tokens;
		this.waitingRoom = waitingRoom;
		this.reservations = reservations;
		this.catalogue = catalogue;
	}

	/**
	 * Returns an empty list if a store is not available, because the page itself may not
	 * need that store.
	 */
	OngoingItemList find(HttpServletRequest request, Member member) {
		List<String> own = this.tokens.findAll(request, member.id());
		if (own.isEmpty() && !HoldCookie.isIn(request)) {
			return new OngoingItemList(List.of());
		}
		try {
			List<QueuePlace> places = own.stream().map(this::look).flatMap(Optional::stream).toList();
			return new OngoingItemList(collect(member, places));
		}
		catch (Refusal | DataAccessException away) {
			return new OngoingItemList(List.of());
		}
	}

	private List<OngoingItemView> collect(Member member, List<QueuePlace> places) {
		List<OngoingItemView> items = new ArrayList<>();
		this.reservations.findByMember(member.id(), ReservationStatus.HELD, 0, HOLDS)
			.items()
			.forEach((hold) -> items.add(viewHold(hold, places)));
		places.stream()
			.filter((place) -> place.status() == PlaceStatus.ADMITTED)
			.forEach((place) -> items.add(viewTurn(place)));
		places.stream()
			.filter((place) -> place.status() == PlaceStatus.WAITING)
			.forEach((place) -> items.add(viewPlace(place)));
		return items;
	}

	private Optional<QueuePlace> look(String token) {
		try {
			return Optional.of(this.waitingRoom.look(token));
		}
		catch (Refusal tooFast) {
			return Optional.empty();
		}
	}

	private OngoingItemView viewHold(Reservation hold, List<QueuePlace> places) {
		boolean inside = places.stream()
			.anyMatch((place) -> place.concertId() == hold.concertId() && place.status() == PlaceStatus.ADMITTED);
		return new OngoingItemView(inside ? "hold" : "order", hold.concertId(), title(hold.concertId()), null,
				hold.heldUntil(), null, "/reservations/" + hold.id());
	}

	private OngoingItemView viewTurn(QueuePlace place) {
		return new OngoingItemView("turn", place.concertId(), title(place.concertId()), null, place.expiresAt(), null,
				"/concerts/" + place.concertId() + "/shows");
	}

	private OngoingItemView viewPlace(QueuePlace place) {
		return new OngoingItemView("place", place.concertId(), title(place.concertId()), place.position(), null,
				place.pollAfterMs(), "/concerts/" + place.concertId() + "/queue");
	}

	private String title(long concertId) {
		return this.catalogue.getConcert(concertId).inLanguage(LocaleContextHolder.getLocale()).title();
	}

}
