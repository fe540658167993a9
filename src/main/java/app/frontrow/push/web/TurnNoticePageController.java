package app.frontrow.push.web;

import java.util.Locale;

import app.frontrow.members.Member;
import app.frontrow.push.PushSubscription;
import app.frontrow.push.TurnNoticeService;
import app.frontrow.shared.web.page.PageController;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Stores the requests of members to be notified when it is their turn. {@code push.js}
 * sends these requests from the page of the waiting room.
 */
@PageController
class TurnNoticePageController {

	private final TurnNoticeService notices;

	TurnNoticePageController(TurnNoticeService notices) {
		this.notices = notices;
	}

	@PostMapping("/concerts/{concertId}/queue/call")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void request(@PathVariable long concertId, @RequestParam(defaultValue = "") String endpoint,
			@RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String secret,
			@AuthenticationPrincipal Member member, Locale language) {
		this.notices.request(member.id(), concertId, new PushSubscription(endpoint, key, secret), language);
	}

	/**
	 * Stores or deletes a member's request for a mail. The form works without scripts.
	 */
	@PostMapping("/concerts/{concertId}/queue/mail")
	String changeMail(@PathVariable long concertId, @RequestParam(defaultValue = "true") boolean wanted,
			@AuthenticationPrincipal Member member, Locale language) {
		if (wanted) {
			this.notices.requestMail(member.id(), concertId, language);
		}
		else {
			this.notices.withdrawMail(member.id(), concertId);
		}
		return "redirect:/concerts/{concertId}/queue";
	}

	/**
	 * Redirects to the page of the form. A browser gets here if somebody opens the
	 * address that the form is sent to.
	 */
	@GetMapping("/concerts/{concertId}/queue/mail")
	String redirectToQueue(@PathVariable long concertId) {
		return "redirect:/concerts/{concertId}/queue";
	}

	@PostMapping("/concerts/{concertId}/queue/call/withdraw")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void withdraw(@PathVariable long concertId, @AuthenticationPrincipal Member member) {
		this.notices.withdraw(member.id(), concertId);
	}

}
