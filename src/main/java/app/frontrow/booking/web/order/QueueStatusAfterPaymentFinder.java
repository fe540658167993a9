package app.frontrow.booking.web.order;

import app.frontrow.booking.reservation.Reservation;
import app.frontrow.shared.error.Refusal;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.PlaceStatus;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds out whether a member may choose more seats after a reservation has ended.
 */
@Component
class QueueStatusAfterPaymentFinder {

	private final QueueTokenCookie tokens;

	private final WaitingRoomService waitingRoom;

	QueueStatusAfterPaymentFinder(QueueTokenCookie tokens, WaitingRoomService waitingRoom) {
		this.tokens = tokens;
		this.waitingRoom = waitingRoom;
	}

	/**
	 * Returns the state of the member's place in the queue.
	 * @return {@code on}, {@code waiting} or {@code over}; null if this browser has no
	 * token of the member, or polls too often
	 */
	@Nullable String find(HttpServletRequest request, Reservation reservation) {
		try {
			return this.tokens.read(request, reservation.concertId(), reservation.memberId())
				.map(this.waitingRoom::look)
				.map((place) -> word(place.status()))
				.orElse(null);
		}
		catch (Refusal unknown) {
			return null;
		}
	}

	private static String word(PlaceStatus status) {
		return switch (status) {
			case ADMITTED -> "on";
			case WAITING -> "waiting";
			default -> "over";
		};
	}

}
