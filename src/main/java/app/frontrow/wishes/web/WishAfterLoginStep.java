package app.frontrow.wishes.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.frontrow.members.Member;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.http.AfterLoginStep;
import app.frontrow.wishes.FavouriteService;
import app.frontrow.wishes.WishService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Does what a visitor pressed before the log-in: adds the concert to the favourites, or
 * saves the wish to be told when sales open or seats return.
 */
@Component
class WishAfterLoginStep implements AfterLoginStep {

	private static final Pattern PAGE = Pattern.compile("/concerts/(\\d{1,18})\\?(favourite|opening|returned)");

	private final WishService wishes;

	private final FavouriteService favourites;

	WishAfterLoginStep(WishService wishes, FavouriteService favourites) {
		this.wishes = wishes;
		this.favourites = favourites;
	}

	@Override
	public Optional<String> run(String page, Authentication login, HttpServletRequest request,
			HttpServletResponse response) {
		Matcher pressed = PAGE.matcher(page);
		if (!pressed.matches() || !(login.getPrincipal() instanceof Member member)) {
			return Optional.empty();
		}
		long concertId = Long.parseLong(pressed.group(1));
		try {
			if (pressed.group(2).equals("favourite")) {
				this.favourites.mark(member.id(), concertId, true);
			}
			else {
				this.wishes.add(member.id(), concertId, WishPageController.read(pressed.group(2)));
			}
		}
		catch (Refusal refusal) {
			// the page of the concert shows the current state
		}
		return Optional.of("/concerts/" + concertId);
	}

}
