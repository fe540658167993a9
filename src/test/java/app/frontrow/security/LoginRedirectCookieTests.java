package app.frontrow.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import app.frontrow.rules.ProvesRule;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.savedrequest.SavedRequest;

import static org.assertj.core.api.Assertions.assertThat;

class LoginRedirectCookieTests {

	private static final String NAME = "frontrow-return-to";

	private final LoginRedirectCookie redirects = new LoginRedirectCookie();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void logInReturnsToTheRequestedPage() {
		MockHttpServletRequest request = get("/?q=%ED%95%9C&page=2", "text/html");

		this.redirects.saveRequest(request, this.response);

		SavedRequest saved = this.redirects.getRequest(with(this.response.getCookie(NAME)), this.response);
		assertThat(saved.getRedirectUrl()).isEqualTo("/?q=%ED%95%9C&page=2");
	}

	@ParameterizedTest
	@CsvSource({ "/reservations/7/pay, http://frontrow.example/reservations/7, /reservations/7",
			"/reservations, https://frontrow.example:8443/shows/5/seats?seats=1%2C2, '/shows/5/seats?seats=1%2C2'",
			"/me/wallet/charges, http://FRONTROW.example/reservations/7, /reservations/7",
			"/concerts/3/queue, http://frontrow.example/concerts/3, /concerts/3",
			"/me/wallet/charges, , /me/wallet/charges",
			"/me/wallet/charges, http://evil.example/me/wallet, /me/wallet/charges",
			"/me/wallet/charges, http://frontrow.example//evil.example/, /me/wallet/charges",
			"/me/wallet/charges, http://frontrow.example/login, /me/wallet/charges",
			"/me/wallet/charges, http://[, /me/wallet/charges" })
	@ProvesRule(rule = "A log-in after a form leads back to the page of the form", guard = "LoginRedirectCookie.page",
			brokenBy = "leaving out the branch for POST")
	void formReturnsToItsPage(String form, String referrer, String page) {
		MockHttpServletRequest request = post(form);
		if (referrer != null) {
			request.addHeader("Referer", referrer);
		}

		this.redirects.saveRequest(request, this.response);

		assertThat(saved()).isEqualTo(page);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST" })
	@ProvesRule(rule = "A log-in after a part of a page leads back to the whole page",
			guard = "LoginRedirectCookie.page", brokenBy = "leaving out the branch for HX-Request")
	void fragmentReturnsToTheWholePage(String method) {
		MockHttpServletRequest part = get("/concerts/1/shows", "*/*");
		part.setMethod(method);
		part.setServerName("frontrow.example");
		part.addHeader("HX-Request", "true");
		part.addHeader("HX-Current-URL", "http://frontrow.example/shows/5/seats?seats=1");
		part.addHeader("Referer", "http://frontrow.example/");

		this.redirects.saveRequest(part, this.response);

		assertThat(saved()).isEqualTo("/shows/5/seats?seats=1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login", "/login?error", "/login/refused", "/signup" })
	@ProvesRule(rule = "A log-in does not lead back to the log-in page",
			guard = "LoginRedirectCookie.isPlaceToReturnTo", brokenBy = "leaving out LOG_IN")
	void logInPagesAreNotStored(String path) {
		this.redirects.saveRequest(get(path, "text/html"), this.response);
		this.redirects.saveRequest(post(path), this.response);

		assertThat(this.response.getHeaders("Set-Cookie")).isEmpty();
	}

	@Test
	void dataAndOtherSitesAreNotStored() {
		MockHttpServletRequest part = get("/concerts/1/queue/place", "*/*");
		part.addHeader("HX-Request", "true");
		MockHttpServletRequest look = get("/me/wallet", "text/html");
		look.setMethod("HEAD");

		this.redirects.saveRequest(part, this.response);
		this.redirects.saveRequest(look, this.response);
		this.redirects.saveRequest(get("/shows/1/seats/live", "application/json"), this.response);
		this.redirects.saveRequest(get("/" + "x".repeat(2000), "text/html"), this.response);
		this.redirects.saveRequest(get("//evil.example/", "text/html"), this.response);

		assertThat(this.response.getHeaders("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "",
			"/{x}", "/a\r\nX: y" })
	@ProvesRule(rule = "A log-in leads only to a page of this site", guard = "LoginRedirectCookie.saved",
			brokenBy = "leaving out the filter")
	void forgedAddressOfAnotherSiteIsIgnored(String address) {
		Cookie planted = new Cookie(NAME,
				Base64.getUrlEncoder().encodeToString(address.getBytes(StandardCharsets.UTF_8)));

		assertThat(this.redirects.getRequest(with(planted), this.response)).isNull();
		assertThat(this.redirects.getRequest(with(new Cookie(NAME, "%%%")), this.response)).isNull();
	}

	@Test
	void cookieIsDeletedOnReturn() {
		this.redirects.saveRequest(get("/me/wallet", null), this.response);
		MockHttpServletRequest arrived = get("/me/wallet", null);
		arrived.setCookies(this.response.getCookie(NAME));
		MockHttpServletRequest elsewhere = get("/", null);
		elsewhere.setCookies(this.response.getCookie(NAME));
		MockHttpServletResponse later = new MockHttpServletResponse();

		assertThat(this.redirects.getMatchingRequest(elsewhere, later)).isNull();
		assertThat(later.getHeaders("Set-Cookie")).isEmpty();
		assertThat(this.redirects.getMatchingRequest(arrived, later)).isNull();
		assertThat(later.getCookie(NAME).getMaxAge()).isZero();
	}

	/** The page that the answer to a log-in leads to; empty for none. */
	private String saved() {
		Cookie kept = this.response.getCookie(NAME);
		return (kept != null) ? this.redirects.getRequest(with(kept), this.response).getRedirectUrl() : "";
	}

	@Test
	@ProvesRule(rule = "A form may name the page that follows the log-in, but only of this site",
			guard = "LoginRedirectCookie.form", brokenBy = "leaving out the filter")
	void formNamesThePageAfterTheLogIn() {
		MockHttpServletRequest join = post("/concerts/1/queue");
		join.addHeader("Referer", "http://frontrow.example/concerts/1");
		join.setParameter("afterLogin", "/concerts/1/queue?join");
		this.redirects.saveRequest(join, this.response);
		assertThat(saved()).isEqualTo("/concerts/1/queue?join");

		MockHttpServletRequest planted = post("/concerts/1/queue");
		planted.setParameter("afterLogin", "//evil.example/");
		MockHttpServletResponse answer = new MockHttpServletResponse();
		this.redirects.saveRequest(planted, answer);
		MockHttpServletRequest next = get("/", null);
		next.setCookies(answer.getCookie(NAME));
		assertThat(this.redirects.getRequest(next, answer).getRedirectUrl()).isEqualTo("/concerts/1/queue");
	}

	@Test
	void tickedSeatsOfAFormStayTicked() {
		MockHttpServletRequest hold = post("/reservations");
		hold.addHeader("Referer", "http://frontrow.example/shows/5/seats?seats=9");
		hold.setParameter("seatNumbers", "1", "2");

		this.redirects.saveRequest(hold, this.response);

		assertThat(saved()).isEqualTo("/shows/5/seats?seats=1,2");
	}

	private static MockHttpServletRequest post(String path) {
		MockHttpServletRequest request = get(path, "text/html");
		request.setMethod("POST");
		request.setServerName("frontrow.example");
		return request;
	}

	private static MockHttpServletRequest get(String address, String accept) {
		String[] parts = address.split("\\?", 2);
		MockHttpServletRequest request = new MockHttpServletRequest("GET", parts[0]);
		request.setQueryString((parts.length > 1) ? parts[1] : null);
		if (accept != null) {
			request.addHeader("Accept", accept);
		}
		return request;
	}

	private static MockHttpServletRequest with(Cookie cookie) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
		request.setCookies(cookie);
		return request;
	}

}
