package app.frontrow.booking.web.seat;

import java.util.Optional;
import java.util.UUID;

import app.frontrow.booking.seat.SeatMapService;
import app.frontrow.booking.seat.SeatPlan;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.members.Member;
import app.frontrow.security.session.SessionMemberReader;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.api.JsonCache;
import app.frontrow.shared.web.http.EarlyAnswerFilter;
import app.frontrow.waitingroom.WaitingRoomService;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Answers API requests for seats before security runs, because clients repeat them often.
 * It checks the session and the queue token, as {@link ShowApiController} does.
 */
class SeatReadFilter extends EarlyAnswerFilter {

	static final String SHOWS = ApiPaths.V1 + "/shows/";

	private static final String SEATS = "/seats";

	private final CatalogueQueryService catalogue;

	private final SeatMapService seatMap;

	private final WaitingRoomService waitingRoom;

	private final JsonCache json;

	SeatReadFilter(CatalogueQueryService catalogue, SeatMapService seatMap, WaitingRoomService waitingRoom,
			JsonCache json) {
		this.catalogue = catalogue;
		this.seatMap = seatMap;
		this.waitingRoom = waitingRoom;
		this.json = json;
	}

	@Override
	protected @Nullable Answer answer(HttpServletRequest request) {
		String path = request.getRequestURI();
		String queueToken = request.getHeader("Queue-Token");
		if (!path.startsWith(SHOWS) || !path.endsWith(SEATS) || queueToken == null) {
			return null;
		}
		long show = parseWholeNumber(path.substring(SHOWS.length(), path.length() - SEATS.length()));
		Optional<Member> member = (show >= 0) ? SessionMemberReader.readMember(request) : Optional.empty();
		return member.map((known) -> seats(show, known.id(), queueToken)).orElse(null);
	}

	private @Nullable Answer seats(long showId, UUID memberId, String queueToken) {
		try {
			this.waitingRoom.requireOwner(queueToken, memberId);
			Show show = this.catalogue.getShow(showId);
			this.waitingRoom.requireTurn(queueToken, memberId, show.concertId());
			SeatPlan plan = this.seatMap.getPlan(showId, memberId);
			return new Answer(SHOWS + "{id}" + SEATS, this.json.write(plan), plan.tag());
		}
		catch (Refusal refusal) {
			return null;
		}
	}

}
