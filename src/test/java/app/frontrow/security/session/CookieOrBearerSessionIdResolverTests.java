package app.frontrow.security.session;

import app.frontrow.rules.ProvesRule;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.HttpSessionIdResolver;

import static org.assertj.core.api.Assertions.assertThat;

class CookieOrBearerSessionIdResolverTests {

	private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz-_ABCDEFGHIJKLMNO";

	private static final String COOKIE = "cookie-session";

	private final HttpSessionIdResolver resolver = new SessionConfiguration().httpSessionIdResolver();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void apiReadsOnlyTheToken() {
		assertThat(this.resolver.resolveSessionIds(request("/api/v1/wallet", TOKEN, COOKIE))).containsExactly(TOKEN);
		assertThat(this.resolver.resolveSessionIds(request("/api/v1/wallet", null, COOKIE))).isEmpty();
	}

	@Test
	void encodedApiPathIsRecognized() {
		assertThat(this.resolver.resolveSessionIds(request("/%61pi/v1/wallet", TOKEN, COOKIE))).containsExactly(TOKEN);
	}

	@Test
	void pagesReadOnlyTheCookie() {
		assertThat(this.resolver.resolveSessionIds(request("/wallet", TOKEN, COOKIE))).containsExactly(COOKIE);
		assertThat(this.resolver.resolveSessionIds(request("/wallet", TOKEN, null))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/concerts/7/queue/place", "/error", "/api/v1/queue-tokens/current" })
	@ProvesRule(rule = "Polls have no session", guard = "CookieOrBearerSessionIdResolver.WITHOUT_SESSION",
			brokenBy = "leaving out the paths of the API")
	void pollsAndErrorsHaveNoSession(String path) {
		assertThat(this.resolver.resolveSessionIds(request(path, TOKEN, COOKIE))).isEmpty();
		assertThat(this.resolver.resolveSessionIds(request("/concerts/7/queue", TOKEN, COOKIE))).isNotEmpty();
	}

	@Test
	void apiNeverSetsACookie() {
		MockHttpServletRequest request = request("/api/v1/wallet", TOKEN, COOKIE);

		this.resolver.setSessionId(request, this.response, "new");
		this.resolver.expireSession(request, this.response);

		assertThat(this.response.getHeaders("Set-Cookie")).isEmpty();
	}

	@Test
	void cookieIsHttpOnlyAndSameSite() {
		this.resolver.setSessionId(request("/login", null, null), this.response, "new");

		assertThat(this.response.getHeader("Set-Cookie")).startsWith("frontrow-session=new;")
			.contains("HttpOnly", "SameSite=Lax", "Path=/");
	}

	@Test
	void cookieOverTlsIsSecureAndOfThisHost() {
		MockHttpServletRequest request = request("/login", null, "planted-over-http");
		request.setSecure(true);
		assertThat(this.resolver.resolveSessionIds(request)).isEmpty();

		this.resolver.setSessionId(request, this.response, "new");
		this.resolver.setSessionId(request, this.response, "new");

		assertThat(this.response.getHeaders("Set-Cookie")).singleElement()
			.asString()
			.startsWith("__Host-frontrow-session=new; Path=/;")
			.contains("; Secure", "; HttpOnly", "; SameSite=Lax")
			.doesNotContain("Domain", "Max-Age");
		request.setCookies(new Cookie("frontrow-session", "stale"), new Cookie("__Host-frontrow-session", "mine"));
		assertThat(this.resolver.resolveSessionIds(request)).containsExactly("mine");
		request.setSecure(false);
		assertThat(this.resolver.resolveSessionIds(request)).containsExactly("stale");
	}

	@Test
	void logOutDeletesTheCookie() {
		this.resolver.expireSession(request("/logout", null, COOKIE), this.response);

		assertThat(this.response.getHeader("Set-Cookie")).startsWith("frontrow-session=;").contains("Max-Age=0");
	}

	private static MockHttpServletRequest request(String path, String token, String cookie) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		if (token != null) {
			request.addHeader("Authorization", "Bearer " + token);
		}
		if (cookie != null) {
			request.setCookies(new Cookie("frontrow-session", cookie));
		}
		return request;
	}

}
