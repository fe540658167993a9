package app.frontrow.waitingroom.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.frontrow.members.Member;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.http.AfterLoginStep;
import app.frontrow.shared.web.http.ClientAddressResolver;
import app.frontrow.waitingroom.QueueTokenCookie;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.limit.JoinRateLimiter;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Takes the place in line for a visitor who pressed the button before the log-in.
 */
@Component
class JoinAfterLoginStep implements AfterLoginStep {

	private static final Pattern PAGE = Pattern.compile("/concerts/(\\d{1,18})/queue\\?join");

	private final WaitingRoomService waitingRoom;

	private final QueueTokenCookie tokens;

	private final JoinRateLimiter limit;

	JoinAfterLoginStep(WaitingRoomService waitingRoom, QueueTokenCookie tokens, JoinRateLimiter limit) {
		this.waitingRoom = waitingRoom;
		this.tokens = tokens;
		this.limit = limit;
	}

	@Override
	public Optional<String> run(String page, Authentication login, HttpServletRequest request,
			HttpServletResponse response) {
		Matcher wish = PAGE.matcher(page);
		if (!wish.matches() || !(login.getPrincipal() instanceof Member member)) {
			return Optional.empty();
		}
		long concertId = Long.parseLong(wish.group(1));
		try {
			this.limit.check(member.id(), ClientAddressResolver.resolve(request));
			QueuePlace place = this.waitingRoom.join(concertId, member.id()).place();
			this.tokens.write(request, response, place);
			return Optional
				.of("/concerts/" + concertId + ((place.status() == PlaceStatus.ADMITTED) ? "/shows" : "/queue"));
		}
		catch (Refusal refusal) {
			// the page of the concert shows how things stand
			return Optional.of("/concerts/" + concertId);
		}
	}

}
