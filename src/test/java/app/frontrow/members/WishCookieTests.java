package app.frontrow.members;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.savedrequest.SavedRequest;

import static org.assertj.core.api.Assertions.assertThat;

class WishCookieTests {

	private static final String NAME = "frontrow-wish";

	private final WishCookie wishes = new WishCookie();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void leadsToThePageThatWasWished() {
		MockHttpServletRequest request = get("/?q=%ED%95%9C&page=2", "text/html");

		this.wishes.saveRequest(request, this.response);

		SavedRequest wish = this.wishes.getRequest(with(this.response.getCookie(NAME)), this.response);
		assertThat(wish.getRedirectUrl()).isEqualTo("/?q=%ED%95%9C&page=2");
	}

	@Test
	void aFormAPartOfAPageAndDataAreNoPlacesToArriveAt() {
		MockHttpServletRequest form = get("/me/wallet/charges", "text/html");
		form.setMethod("POST");
		MockHttpServletRequest part = get("/concerts/1/queue/place", "*/*");
		part.addHeader("HX-Request", "true");

		this.wishes.saveRequest(form, this.response);
		this.wishes.saveRequest(part, this.response);
		this.wishes.saveRequest(get("/shows/1/seats/live", "application/json"), this.response);
		this.wishes.saveRequest(get("/" + "x".repeat(2000), "text/html"), this.response);
		this.wishes.saveRequest(get("//evil.example/", "text/html"), this.response);

		assertThat(this.response.getHeaders("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "",
			"/{x}", "/a\r\nX: y" })
	void aPlantedWishLeadsNowhereElse(String address) {
		Cookie planted = new Cookie(NAME,
				Base64.getUrlEncoder().encodeToString(address.getBytes(StandardCharsets.UTF_8)));

		assertThat(this.wishes.getRequest(with(planted), this.response)).isNull();
		assertThat(this.wishes.getRequest(with(new Cookie(NAME, "%%%")), this.response)).isNull();
	}

	@Test
	void whoHasArrivedWishesNoMore() {
		this.wishes.saveRequest(get("/me/wallet", null), this.response);
		MockHttpServletRequest arrived = get("/me/wallet", null);
		arrived.setCookies(this.response.getCookie(NAME));
		MockHttpServletRequest elsewhere = get("/", null);
		elsewhere.setCookies(this.response.getCookie(NAME));
		MockHttpServletResponse later = new MockHttpServletResponse();

		assertThat(this.wishes.getMatchingRequest(elsewhere, later)).isNull();
		assertThat(later.getHeaders("Set-Cookie")).isEmpty();
		assertThat(this.wishes.getMatchingRequest(arrived, later)).isNull();
		assertThat(later.getCookie(NAME).getMaxAge()).isZero();
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
