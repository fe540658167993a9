package app.frontrow.waitingroom;

import java.time.Instant;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class QueueTokenCookieTests {

	private final QueueTokenCookie cookie = new QueueTokenCookie();

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final QueuePlace place = new QueuePlace("token", 42, UUID.randomUUID(), PlaceStatus.LEFT, null, null, null,
			null, Instant.EPOCH, null, null, null);

	@Test
	void everyConcertHasItsOwn() {
		this.request.setCookies(new Cookie("frontrow-queue-42", "token"), new Cookie("frontrow-queue-4", "other"));

		assertThat(this.cookie.read(this.request, 42)).contains("token");
		assertThat(this.cookie.read(this.request, 4)).contains("other");
		assertThat(this.cookie.read(this.request, 2)).isEmpty();
	}

	@Test
	void cookieIsOutOfReachOfScriptsAndOtherSites() {
		this.cookie.write(this.request, this.response, this.place);

		assertThat(this.response.getHeader("Set-Cookie")).startsWith("frontrow-queue-42=token; Path=/; Max-Age=43200;")
			.contains("HttpOnly", "SameSite=Lax")
			.doesNotContain("Secure");
	}

	@Test
	void cookieOfASecureSiteStaysOnSecureConnections() {
		this.request.setSecure(true);

		this.cookie.write(this.request, this.response, this.place);

		assertThat(this.response.getHeader("Set-Cookie")).startsWith("__Host-frontrow-queue-42=token; Path=/;")
			.contains("; Secure");
	}

	@Test
	void clearingTakesItAway() {
		this.cookie.clear(this.request, this.response, 42);

		assertThat(this.response.getHeader("Set-Cookie")).startsWith("frontrow-queue-42=; Path=/; Max-Age=0;");
	}

}
