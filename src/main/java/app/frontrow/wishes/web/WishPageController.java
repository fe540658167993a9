package app.frontrow.wishes.web;

import java.util.Locale;
import java.util.stream.Stream;

import app.frontrow.members.Member;
import app.frontrow.push.PushOutboxService;
import app.frontrow.push.PushSubscription;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.wishes.WishKind;
import app.frontrow.wishes.WishService;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes wishes from the page of a concert.
 */
@PageController
class WishPageController {

	private static final String BACK = "redirect:/concerts/{concertId}";

	private final WishService wishes;

	private final PushOutboxService pushes;

	private final FlashMessageWriter flashes;

	WishPageController(WishService wishes, PushOutboxService pushes, FlashMessageWriter flashes) {
		this.wishes = wishes;
		this.pushes = pushes;
		this.flashes = flashes;
	}

	/**
	 * Adds or removes the wish.
	 * @param endpoint where this browser can be notified; empty if it cannot
	 */
	@PostMapping("/concerts/{concertId}/wishes/{kind}")
	String change(@PathVariable long concertId, @PathVariable String kind,
			@RequestParam(defaultValue = "true") boolean wanted, @RequestParam(defaultValue = "") String endpoint,
			@RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String secret,
			@AuthenticationPrincipal Member member, Locale language, RedirectAttributes redirect) {
		WishKind wish = read(kind);
		try {
			if (!wanted) {
				this.wishes.withdraw(member.id(), concertId, wish);
				this.flashes.addNotice(redirect, "flash.wish-withdrawn");
				return BACK;
			}
			if (!endpoint.isEmpty()) {
				this.pushes.addBrowser(member.id(), new PushSubscription(endpoint, key, secret), language);
			}
			boolean noted = this.wishes.add(member.id(), concertId, wish);
			this.flashes.addNotice(redirect, noted ? "flash.wish-noted" : "flash.wish-too-late");
		}
		catch (InvalidInputException | TooManyRequestsException refusal) {
			this.flashes.addRefusal(redirect, refusal);
		}
		return BACK;
	}

	/**
	 * Redirects to the page of the form. A browser gets here if somebody opens the
	 * address that the form is sent to.
	 */
	@GetMapping("/concerts/{concertId}/wishes/{kind}")
	String redirectToConcert(@PathVariable long concertId) {
		return BACK;
	}

	static WishKind read(String kind) {
		return Stream.of(WishKind.values())
			.filter((each) -> each.name().toLowerCase(Locale.ROOT).equals(kind))
			.findFirst()
			.orElseThrow(NotFoundException::new);
	}

}
