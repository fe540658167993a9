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

class RememberedPagesTests {

	private final RememberedPages pages = new RememberedPages();

	@Test
	void aPageIsRemembered() {
		assertThat(afterLogIn(cookie("GET", "/me/wallet", "page=1")).getRedirectUrl()).endsWith("/me/wallet?page=1");
	}

	@Test
	void aFormIsNot() {
		assertThat(cookie("POST", "/me/wallet", null)).isNull();
	}

	@Test
	void neitherIsAnAddressThatFitsIntoNoCookie() {
		assertThat(cookie("GET", "/me/wallet", "x".repeat(1_990))).isNotNull();
		assertThat(cookie("GET", "/me/wallet", "x".repeat(2_000))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/", "http://[", "javascript:alert(1)", "%", "http://localhost:x/" })
	void whatWasMadeUpLeadsNowhere(String address) {
		String value = Base64.getEncoder().encodeToString(address.getBytes(StandardCharsets.UTF_8));
		SavedRequest wish = afterLogIn(new Cookie("REDIRECT_URI", value));

		assertThat((wish != null) ? wish.getRedirectUrl() : "http://localhost/").startsWith("http://localhost/");
	}

	private Cookie cookie(String method, String path, String query) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.setQueryString(query);
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.pages.saveRequest(request, response);
		return response.getCookie("REDIRECT_URI");
	}

	private SavedRequest afterLogIn(Cookie cookie) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
		request.setCookies(cookie);
		return this.pages.getRequest(request, new MockHttpServletResponse());
	}

}
