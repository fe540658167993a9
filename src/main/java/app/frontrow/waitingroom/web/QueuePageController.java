package app.frontrow.waitingroom.web;

import java.util.Locale;
import java.util.Optional;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.members.Member;
import app.frontrow.shared.web.http.ClientAddressResolver;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.limit.JoinRateLimiter;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.redis.EarlierConcertException;
import app.frontrow.waitingroom.redis.NewerLayoutException;
import app.frontrow.waitingroom.redis.QueueRecoveringException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages of the waiting room: join, see the place, leave.
 */
@PageController
@RequestMapping("/concerts/{concertId}/queue")
class QueuePageController {

	/** While instances restore a queue, members ask again after this time. */
	private static final int SETTLING_SECONDS = 3;

	private final WaitingRoomService waitingRoom;

	private final QueueTokenCookie tokens;

	private final CatalogueQueryService catalogue;

	private final WaitingViewFactory views;

	private final FlashMessageWriter flashes;

	private final JoinRateLimiter limit;

	QueuePageController(WaitingRoomService waitingRoom, QueueTokenCookie tokens, CatalogueQueryService catalogue,
			WaitingViewFactory views, FlashMessageWriter flashes, JoinRateLimiter limit) {
		this.waitingRoom = waitingRoom;
		this.tokens = tokens;
		this.catalogue = catalogue;
		this.views = views;
		this.flashes = flashes;
		this.limit = limit;
	}

	@GetMapping
	String show(@PathVariable long concertId, @RequestParam(defaultValue = "0") long from,
			@AuthenticationPrincipal Member member, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		try {
			return showPlace(concertId, from, member, request, response, model);
		}
		catch (QueueRecoveringException settling) {
			showNotReady(concertId, "settling", response, model);
		}
		catch (EarlierConcertException | NewerLayoutException refused) {
			showNotReady(concertId, "updating", response, model);
		}
		model.addAttribute("refresh",
				SETTLING_SECONDS + "; url=" + request.getRequestURI() + "?from=" + Math.max(0, from));
		return "queue/queue";
	}

	/** Shows why the queue cannot be used for some seconds. */
	private void showNotReady(long concertId, String reason, HttpServletResponse response, Model model) {
		response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		response.setIntHeader(HttpHeaders.RETRY_AFTER, SETTLING_SECONDS);
		model.addAttribute("concert", getConcert(concertId));
		model.addAttribute("notReady", reason);
	}

	private String showPlace(long concertId, long from, Member member, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Concert concert = getConcert(concertId);
		Optional<QueuePlace> place = this.tokens.read(request, concertId, member.id()).map(this.waitingRoom::look);
		PlaceStatus status = place.map(QueuePlace::status).orElse(null);
		if (status == PlaceStatus.ADMITTED) {
			return "redirect:/concerts/{concertId}/shows";
		}
		model.addAttribute("concert", concert);
		if (status == PlaceStatus.WAITING) {
			WaitingView waiting = this.views.create(place.get(), from);
			model.addAttribute("waiting", waiting);
			model.addAttribute("refresh", Math.max(2, waiting.pollAfterMs() / 1000) + "; url=" + request.getRequestURI()
					+ "?from=" + waiting.startedAt());
		}
		else {
			if (status != null) {
				this.tokens.clearSoon(request, response, concertId);
			}
			model.addAttribute("ended", place.map(QueuePageController::howItEnded).orElse("none"));
		}
		return "queue/queue";
	}

	private Concert getConcert(long concertId) {
		return this.catalogue.getConcert(concertId).inLanguage(LocaleContextHolder.getLocale());
	}

	/** The key of the texts: the reason of an expired place, or the final status. */
	private static String howItEnded(QueuePlace place) {
		Enum<?> end = (place.endReason() != null) ? place.endReason() : place.status();
		return end.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	@PostMapping
	String join(@PathVariable long concertId, @AuthenticationPrincipal Member member, HttpServletRequest request,
			HttpServletResponse response, RedirectAttributes redirect) {
		this.limit.check(member.id(), ClientAddressResolver.resolve(request));
		QueuePlace place = this.waitingRoom.join(concertId, member.id()).place();
		this.tokens.write(request, response, place);
		if (place.status() == PlaceStatus.ADMITTED) {
			return "redirect:/concerts/{concertId}/shows";
		}
		if (place.position() != null) {
			redirect.addAttribute("from", place.peopleAhead());
		}
		return "redirect:/concerts/{concertId}/queue";
	}

	/**
	 * Redirects to the queue if a log-in or an outage interrupted the POST request to
	 * leave.
	 */
	@GetMapping("/leave")
	String redirectToQueue() {
		return "redirect:/concerts/{concertId}/queue";
	}

	/** Gives up the member's own place. The cookie of another member is only deleted. */
	@PostMapping("/leave")
	String leave(@PathVariable long concertId, @AuthenticationPrincipal Member member, HttpServletRequest request,
			HttpServletResponse response, RedirectAttributes redirect) {
		this.tokens.read(request, concertId, member.id()).ifPresent(this.waitingRoom::leave);
		this.tokens.clear(request, response, concertId);
		this.flashes.addNotice(redirect, "flash.left-queue");
		return "redirect:/concerts/{concertId}";
	}

}
