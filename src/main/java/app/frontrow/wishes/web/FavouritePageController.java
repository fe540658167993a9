package app.frontrow.wishes.web;

import java.util.Locale;

import app.frontrow.members.Member;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.page.FlashMessageWriter;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.wishes.FavouriteService;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The button that marks a concert, and the list of marked concerts.
 */
@PageController
class FavouritePageController {

	private final FavouriteService favourites;

	private final FlashMessageWriter flashes;

	FavouritePageController(FavouriteService favourites, FlashMessageWriter flashes) {
		this.favourites = favourites;
		this.flashes = flashes;
	}

	@GetMapping("/me/favourites")
	String list(@AuthenticationPrincipal Member member, Locale locale, Model model) {
		model.addAttribute("concerts",
				this.favourites.findByMember(member.id())
					.stream()
					.map((concert) -> concert.inLanguage(locale.getLanguage()))
					.toList());
		return "wishes/favourites";
	}

	/**
	 * Marks the concert, or removes the mark.
	 * @param list whether the button was pressed in the list of favourites
	 */
	@PostMapping("/concerts/{concertId}/favourite")
	String mark(@PathVariable long concertId, @RequestParam(defaultValue = "true") boolean marked,
			@RequestParam(defaultValue = "false") boolean list, @AuthenticationPrincipal Member member,
			RedirectAttributes redirect) {
		try {
			this.favourites.mark(member.id(), concertId, marked);
			this.flashes.addNotice(redirect, marked ? "flash.favourite-added" : "flash.favourite-removed");
		}
		catch (TooManyRequestsException tooMany) {
			this.flashes.addRefusal(redirect, tooMany);
		}
		return list ? "redirect:/me/favourites" : "redirect:/concerts/{concertId}";
	}

	/**
	 * Redirects to the page of the form. A browser gets here if somebody opens the
	 * address that the form is sent to.
	 */
	@GetMapping("/concerts/{concertId}/favourite")
	String redirectToConcert(@PathVariable long concertId) {
		return "redirect:/concerts/{concertId}";
	}

}
