package app.frontrow.booking.web.seat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import app.frontrow.booking.hold.SeatHoldService;
import app.frontrow.booking.seat.BestSeats;
import app.frontrow.booking.seat.SeatMapService;
import app.frontrow.booking.seat.SeatPlan;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.members.Member;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.waitingroom.ConcertRequestAttribute;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.waitingroom.QueueTokenExpiredException;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.QueuePlace;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Pages of shows and seats. Every request needs a valid turn in the queue.
 */
@PageController
class SeatPageController {

	private final SeatMapService seatMap;

	private final SeatHoldService seatHolds;

	private final CatalogueQueryService catalogue;

	private final WaitingRoomService waitingRoom;

	private final QueueTokenCookie tokens;

	private final LocaleResolver locales;

	SeatPageController(SeatMapService seatMap, SeatHoldService seatHolds, CatalogueQueryService catalogue,
			WaitingRoomService waitingRoom, QueueTokenCookie tokens, LocaleResolver locales) {
		this.seatMap = seatMap;
		this.seatHolds = seatHolds;
		this.catalogue = catalogue;
		this.waitingRoom = waitingRoom;
		this.tokens = tokens;
		this.locales = locales;
	}

	@GetMapping("/concerts/{concertId}/shows")
	String shows(@PathVariable long concertId, @AuthenticationPrincipal Member member, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		model.addAttribute("concert", this.catalogue.getConcert(concertId).inLanguage(LocaleContextHolder.getLocale()));
		model.addAttribute("place", requireTurn(request, response, member, concertId));
		model.addAttribute("shows", this.seatMap.findShows(concertId));
		return "seats/shows";
	}

	/** Updates the seats left on an open page. */
	@HxRequest(boosted = false)
	@GetMapping("/concerts/{concertId}/shows")
	String showSeatsLeft(@PathVariable long concertId, @AuthenticationPrincipal Member member,
			HttpServletRequest request, Model model) {
		requireTurn(request, member, concertId);
		model.addAttribute("shows", this.seatMap.findShows(concertId));
		return "seats/_left :: byNow";
	}

	/**
	 * Shows the map. The seats of an earlier choice are ticked, or the best ones for a
	 * party.
	 * @param before the earlier price of the ticked seats, if it has changed since they
	 * were chosen; null otherwise
	 */
	@GetMapping("/shows/{showId}/seats")
	String seats(@PathVariable long showId, @RequestParam(defaultValue = "") List<Integer> seats,
			@RequestParam(required = false) @Nullable Integer best, @RequestParam(defaultValue = "") String grade,
			@RequestParam(defaultValue = "false") boolean alone, @RequestParam(required = false) @Nullable Long before,
			@AuthenticationPrincipal Member member, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		long concertId = this.catalogue.getShow(showId).concertId();
		model.addAttribute("place", requireTurn(request, response, member, concertId));
		model.addAttribute("concert", this.catalogue.getConcert(concertId).inLanguage(LocaleContextHolder.getLocale()));
		SeatPlan plan = this.seatMap.getPlan(showId, member.id());
		SeatSuggestion advice = (best != null) ? SeatSuggestion.suggest(plan, best, largestParty(), grade) : null;
		model.addAttribute("most", this.seatHolds.maxSeats());
		model.addAttribute("largestParty", largestParty());
		model.addAttribute("advice", advice);
		model.addAttribute("alone", alone ? plan.leftAlone(seats) : List.of());
		model.addAttribute("before", before);
		model.addAttribute("hall", SeatMapView.of(plan, (advice != null) ? advice.seats() : seats));
		return "seats/seats";
	}

	/** The language switch sends the ticked seats, to keep them without scripts. */
	@PostMapping(path = "/shows/{showId}/seats", params = "language")
	String switchLanguage(@PathVariable long showId, @RequestParam Locale language,
			@RequestParam(defaultValue = "") List<Integer> seatNumbers, HttpServletRequest request,
			HttpServletResponse response, RedirectAttributes redirect) {
		this.locales.setLocale(request, response, language);
		if (!seatNumbers.isEmpty() && seatNumbers.size() <= Show.SEATS) {
			redirect.addAttribute("seats", seatNumbers.stream().map(String::valueOf).collect(Collectors.joining(",")));
		}
		return "redirect:/shows/{showId}/seats";
	}

	/** Returns the proposal for an open page: a text and the seats to tick. */
	@HxRequest
	@GetMapping(path = "/shows/{showId}/seats", params = "best")
	String suggestSeats(@PathVariable long showId, @RequestParam int best,
			@RequestParam(defaultValue = "") String grade, @AuthenticationPrincipal Member member,
			HttpServletRequest request, Model model) {
		requireTurn(request, member, this.catalogue.getShow(showId).concertId());
		model.addAttribute("advice",
				SeatSuggestion.suggest(this.seatMap.getPlan(showId, member.id()), best, largestParty(), grade));
		return "seats/_news :: advice";
	}

	/**
	 * Returns the states of all seats for an open page, or 304 if they have not changed.
	 */
	@GetMapping(path = "/shows/{showId}/seats/states", produces = "application/json")
	ResponseEntity<SeatStatesView> showSeatStates(@PathVariable long showId, @AuthenticationPrincipal Member member,
			HttpServletRequest request) {
		requireTurn(request, member, this.catalogue.getShow(showId).concertId());
		SeatPlan plan = this.seatMap.getPlan(showId, member.id());
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).eTag(plan.tag()).body(SeatStatesView.of(plan));
	}

	private int largestParty() {
		return BestSeats.largestParty(this.seatHolds.maxSeats());
	}

	/**
	 * Keeps the token of an ended turn for some minutes, so that pages can show why the
	 * turn ended.
	 */
	private QueuePlace requireTurn(HttpServletRequest request, HttpServletResponse response, Member member,
			long concertId) {
		try {
			return requireTurn(request, member, concertId);
		}
		catch (QueueTokenExpiredException ended) {
			this.tokens.clearSoon(request, response, concertId);
			throw ended;
		}
	}

	private QueuePlace requireTurn(HttpServletRequest request, Member member, long concertId) {
		ConcertRequestAttribute.set(request, concertId);
		String token = this.tokens.read(request, concertId, member.id()).orElse(null);
		return this.waitingRoom.requireTurn(token, member.id(), concertId).place();
	}

}
