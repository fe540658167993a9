package app.frontrow.security;

import app.frontrow.rules.ProvesRule;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class CsrfCookieTests {

	private final CsrfCookie tokens = new CsrfCookie();

	@ParameterizedTest
	@CsvSource({ "false, frontrow-csrf, __Host-frontrow-csrf", "true, __Host-frontrow-csrf, frontrow-csrf" })
	@ProvesRule(rule = "The CSRF cookie is named as the other cookies are", guard = "CsrfCookie.named",
			brokenBy = "leaving out the name")
	void cookieIsReadOnlyOverItsKindOfConnection(boolean secure, String name, String other) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setSecure(secure);
		MockHttpServletResponse response = new MockHttpServletResponse();

		this.tokens.saveToken(this.tokens.generateToken(request), request, response);

		Cookie cookie = response.getCookie(name);
		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(cookie.getSecure()).isEqualTo(secure);
		assertThat(cookie.getPath()).isEqualTo("/");
		assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
		request.setCookies(new Cookie(other, "planted"), cookie);
		assertThat(this.tokens.loadToken(request).getToken()).isEqualTo(cookie.getValue());
		request.setCookies(new Cookie(other, "planted"));
		assertThat(this.tokens.loadToken(request)).isNull();
	}

}
