package app.frontrow.reservations.web;

import java.util.Optional;
import java.util.UUID;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Show;
import app.frontrow.members.Member;
import app.frontrow.members.SessionMember;
import app.frontrow.reservations.SeatMap;
import app.frontrow.reservations.SeatPlan;
import app.frontrow.shared.Refusal;
import app.frontrow.shared.web.ApiPaths;
import app.frontrow.shared.web.EarlyAnswerFilter;
import app.frontrow.shared.web.WrittenJson;
import app.frontrow.waitingroom.WaitingRoom;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Answers API requests for seats before security runs, because clients repeat them often.
 * It checks the session and the queue token, as {@link ShowApiController} does.
 */
class SeatReadFilter extends EarlyAnswerFilter {

	static final String SHOWS = ApiPaths.V1 + "/shows/";

	private static final String SEATS = "/seats";

	private final Catalogue catalogue;

	private final SeatMap seatMap;

	private final WaitingRoom waitingRoom;

	private final WrittenJson json;

	SeatReadFilter(Catalogue catalogue, SeatMap seatMap, WaitingRoom waitingRoom, WrittenJson json) {
		this.catalogue = catalogue;
		this.seatMap = seatMap;
		this.waitingRoom = waitingRoom;
		this.json = json;
	}

	@Override
	protected Answer answer(HttpServletRequest request) {
		String path = request.getRequestURI();
		String queueToken = request.getHeader("Queue-Token");
		if (!path.startsWith(SHOWS) || !path.endsWith(SEATS) || queueToken == null) {
			return null;
		}
		long show = wholeNumber(path.substring(SHOWS.length(), path.length() - SEATS.length()));
		Optional<Member> member = (show >= 0) ? SessionMember.of(request) : Optional.empty();
		return member.map((known) -> seats(show, known.id(), queueToken)).orElse(null);
	}

	private Answer seats(long showId, UUID memberId, String queueToken) {
		try {
			this.waitingRoom.requireOwner(queueToken, memberId);
			Show show = this.catalogue.show(showId);
			this.waitingRoom.requireTurn(queueToken, memberId, show.concertId());
			SeatPlan plan = this.seatMap.plan(showId, memberId);
			return new Answer(SHOWS + "{id}" + SEATS, this.json.of(plan), plan.tag());
		}
		catch (Refusal refusal) {
			return null;
		}
	}

}
