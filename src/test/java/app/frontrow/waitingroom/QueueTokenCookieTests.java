package app.frontrow.waitingroom;

import java.time.Duration;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

import app.frontrow.RunningProduct;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.KeyRing;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.token.QueueTicket;
import app.frontrow.waitingroom.token.QueueTicketSigner;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class QueueTokenCookieTests {

	private static final Instant NOON = Instant.ofEpochSecond(1_900_000_000);

	private static final UUID MINA = UUID.randomUUID();

	private static final UUID JOON = UUID.randomUUID();

	private final QueueTicketSigner signer;

	private final QueueTokenCookie cookie;

	/** The browser's cookies, by name. */
	private final Map<String, Cookie> browser = new LinkedHashMap<>();

	QueueTokenCookieTests() throws Exception {
		this.signer = new QueueTicketSigner(KeyRing.of(RunningProduct.TOKEN_KEY), Clock.systemUTC());
		this.cookie = new QueueTokenCookie(this.signer);
	}

	@Test
	void everyConcertHasItsOwnCookie() {
		join(MINA, 42, 0);
		join(MINA, 4, 1);

		assertThat(this.cookie.read(request(), 42)).contains(token(MINA, 42, 0));
		assertThat(this.cookie.read(request(), 4, MINA)).contains(token(MINA, 4, 1));
		assertThat(this.cookie.read(request(), 2)).isEmpty();
	}

	@Test
	@ProvesRule(rule = "Only its own member can give up a place", guard = "QueueTokenCookie.read",
			brokenBy = "leaving out the comparison of members")
	void onlyTheMembersOwnTokenForThisConcertIsRead() {
		join(MINA, 42, 0);
		keep(new Cookie("frontrow-queue-4", token(JOON, 7, 0)));
		keep(new Cookie("frontrow-queue-5", "forged"));

		assertThat(this.cookie.read(request(), 42, MINA)).contains(token(MINA, 42, 0));
		assertThat(this.cookie.read(request(), 42, JOON)).isEmpty();
		assertThat(this.cookie.read(request(), 4, JOON)).isEmpty();
		assertThat(this.cookie.read(request(), 5, JOON)).isEmpty();
	}

	@Test
	@ProvesRule(rule = "A browser keeps only a few queue tokens", guard = "QueueTokenCookie.write",
			brokenBy = "leaving out the limit")
	void numberOfCookiesIsLimited() {
		for (int concert = 1; concert <= 81; concert++) {
			join(MINA, 1_000_000_000L + concert, concert);
		}

		assertThat(this.browser.keySet()).containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(74, 81)
			.mapToObj((concert) -> "frontrow-queue-" + (1_000_000_000L + concert))
			.toList());
		int bytes = this.browser.values()
			.stream()
			.mapToInt((kept) -> "; __Host-=".length() + kept.getName().length() + kept.getValue().length())
			.sum();
		assertThat(bytes).isLessThan(2_500);
	}

	@Test
	void surplusCookiesAreDeletedWithTheNextPlace() {
		for (int concert = 1; concert <= 40; concert++) {
			keep(new Cookie("frontrow-queue-" + concert, token(MINA, concert, -concert)));
		}

		join(MINA, 41, 0);

		assertThat(this.browser.keySet()).hasSize(QueueTokenCookie.MAX_COOKIES)
			.contains("frontrow-queue-41", "frontrow-queue-1", "frontrow-queue-7")
			.doesNotContain("frontrow-queue-8");
	}

	@Test
	void cookiesOfOtherMembersAreDeletedFirst() {
		for (int concert = 1; concert < QueueTokenCookie.MAX_COOKIES; concert++) {
			join(MINA, concert, concert);
		}
		keep(new Cookie("frontrow-queue-97", token(JOON, 97, 50)));
		keep(new Cookie("frontrow-queue-98", "forged"));

		join(MINA, 99, 99);

		assertThat(this.browser.keySet()).hasSize(QueueTokenCookie.MAX_COOKIES)
			.contains("frontrow-queue-1", "frontrow-queue-99")
			.doesNotContain("frontrow-queue-97", "frontrow-queue-98");
	}

	@Test
	void joiningTheSameConcertAgainDeletesNothing() {
		for (int concert = 1; concert <= QueueTokenCookie.MAX_COOKIES; concert++) {
			join(MINA, concert, concert);
		}

		join(MINA, 3, 99);

		assertThat(this.browser).hasSize(QueueTokenCookie.MAX_COOKIES);
	}

	@Test
	void logOutDeletesAllQueueTokensOnly() {
		join(MINA, 42, 0);
		join(JOON, 4, 0);
		keep(new Cookie("frontrow-language", "ko"));
		MockHttpServletResponse response = new MockHttpServletResponse();

		this.cookie.logout(request(), response, null);
		keep(response);

		assertThat(this.browser.keySet()).containsExactly("frontrow-language");
		this.cookie.logout(new MockHttpServletRequest(), response, null);
	}

	@Test
	void tokenOfAnEndedPlaceIsKeptForSomeMinutes() {
		join(MINA, 42, 0);
		MockHttpServletResponse response = new MockHttpServletResponse();

		this.cookie.clearSoon(request(), response, 42);
		this.cookie.clearSoon(request(), response, 43);

		assertThat(response.getHeaders("Set-Cookie")).hasSize(1);
		assertThat(response.getCookie("frontrow-queue-42").getValue()).isEqualTo(token(MINA, 42, 0));
		assertThat(response.getCookie("frontrow-queue-42").getMaxAge())
			.isEqualTo((int) Duration.ofMinutes(10).toSeconds());
	}

	@Test
	void cookieIsHttpOnlyAndSameSite() {
		assertThat(join(MINA, 42, 0).getHeader("Set-Cookie"))
			.startsWith("frontrow-queue-42=" + token(MINA, 42, 0) + "; Path=/; Max-Age=43200;")
			.contains("HttpOnly", "SameSite=Lax")
			.doesNotContain("Secure");
	}

	@Test
	void cookieOverTlsIsSecure() {
		MockHttpServletRequest secure = new MockHttpServletRequest();
		secure.setSecure(true);
		secure.setCookies(new Cookie("__Host-frontrow-queue-4", token(MINA, 4, 0)),
				new Cookie("frontrow-queue-5", token(MINA, 5, 0)));
		MockHttpServletResponse response = new MockHttpServletResponse();

		this.cookie.write(secure, response, place(MINA, 42, 0));
		this.cookie.logout(secure, response, null);

		List<String> written = response.getHeaders("Set-Cookie");
		assertThat(written).hasSize(2);
		assertThat(written.get(0)).startsWith("__Host-frontrow-queue-42=ey").contains("; Secure");
		assertThat(written.get(1)).startsWith("__Host-frontrow-queue-4=; Path=/; Max-Age=0;").contains("; Secure");
	}

	@Test
	void clearedCookieIsDeleted() {
		MockHttpServletResponse response = new MockHttpServletResponse();

		this.cookie.clear(request(), response, 42);

		assertThat(response.getHeader("Set-Cookie")).startsWith("frontrow-queue-42=; Path=/; Max-Age=0;");
	}

	/** The answer to joining, which the browser keeps. */
	private MockHttpServletResponse join(UUID member, long concert, int minute) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.cookie.write(request(), response, place(member, concert, minute));
		keep(response);
		return response;
	}

	private void keep(MockHttpServletResponse response) {
		Arrays.stream(response.getCookies()).forEach(this::keep);
	}

	private void keep(Cookie cookie) {
		this.browser.put(cookie.getName(), cookie);
		this.browser.values().removeIf((kept) -> kept.getMaxAge() == 0);
	}

	private MockHttpServletRequest request() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setCookies(this.browser.values().toArray(Cookie[]::new));
		return request;
	}

	private QueuePlace place(UUID member, long concert, int minute) {
		return new QueuePlace(token(member, concert, minute), concert, member, PlaceStatus.WAITING, null, null, null,
				null, Instant.EPOCH, null, null, null, null, null);
	}

	private String token(UUID member, long concert, int minute) {
		return this.signer.sign(new QueueTicket(concert, member, 1_000_000, NOON.plus(Duration.ofMinutes(minute))));
	}

}
