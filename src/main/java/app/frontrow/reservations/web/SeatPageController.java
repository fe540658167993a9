package app.frontrow.reservations.web;

import java.util.List;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.members.Member;
import app.frontrow.reservations.SeatMap;
import app.frontrow.shared.web.ConcertInView;
import app.frontrow.shared.web.PageController;
import app.frontrow.waitingroom.QueuePlace;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.waitingroom.WaitingRoom;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * What is behind the waiting room: the dates of a concert, and the seats of a date. Every
 * look passes the queue check first.
 */
@PageController
class SeatPageController {

	private final SeatMap seatMap;

	private final Catalogue catalogue;

	private final WaitingRoom waitingRoom;

	private final QueueTokenCookie tokens;

	SeatPageController(SeatMap seatMap, Catalogue catalogue, WaitingRoom waitingRoom, QueueTokenCookie tokens) {
		this.seatMap = seatMap;
		this.catalogue = catalogue;
		this.waitingRoom = waitingRoom;
		this.tokens = tokens;
	}

	@GetMapping("/concerts/{concertId}/shows")
	String shows(@PathVariable long concertId, @AuthenticationPrincipal Member member, HttpServletRequest request,
			Model model) {
		model.addAttribute("concert", this.catalogue.concert(concertId));
		model.addAttribute("place", pass(request, member, concertId));
		model.addAttribute("shows", this.seatMap.shows(concertId));
		return "seats/shows";
	}

	@GetMapping("/shows/{showId}/seats")
	String seats(@PathVariable long showId, @RequestParam(defaultValue = "") List<Integer> seats,
			@AuthenticationPrincipal Member member, HttpServletRequest request, Model model) {
		long concertId = this.catalogue.show(showId).concertId();
		model.addAttribute("place", pass(request, member, concertId));
		model.addAttribute("concert", this.catalogue.concert(concertId));
		model.addAttribute("hall", Hall.of(this.seatMap.plan(showId, member.id()), seats));
		return "seats/seats";
	}

	/**
	 * The state of every seat in the order of the numbers, for a page that is open
	 * already.
	 */
	@ResponseBody
	@GetMapping(path = "/shows/{showId}/seats/states", produces = "application/json")
	List<String> states(@PathVariable long showId, @AuthenticationPrincipal Member member, HttpServletRequest request) {
		pass(request, member, this.catalogue.show(showId).concertId());
		return this.seatMap.plan(showId, member.id()).seats().stream().map(HallSeat::status).toList();
	}

	private QueuePlace pass(HttpServletRequest request, Member member, long concertId) {
		ConcertInView.set(request, concertId);
		String token = this.tokens.read(request, concertId).orElse(null);
		this.waitingRoom.requireTurn(token, member.id(), concertId);
		return this.waitingRoom.look(token);
	}

}
