package app.frontrow.shared.web.http;

import java.time.Duration;

import app.frontrow.rules.ProvesRule;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class SiteCookieTests {

	private final SiteCookie cookie = new SiteCookie("frontrow-x");

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	@ProvesRule(rule = "Scripts and other sites cannot reach a cookie", guard = "SiteCookie.write",
			brokenBy = "leaving out httpOnly or sameSite")
	void cookieIsHttpOnlyAndSameSite() {
		this.cookie.write(this.request, this.response, "v", Duration.ofMinutes(1));

		assertThat(written()).startsWith("frontrow-x=v; Path=/; Max-Age=60;")
			.contains("; HttpOnly", "; SameSite=Lax")
			.doesNotContain("Secure", "Domain");
	}

	@Test
	@ProvesRule(rule = "A cookie over TLS belongs to this host alone", guard = "SiteCookie.name",
			brokenBy = "leaving out the prefix")
	@ProvesRule(rule = "A cookie over TLS is not sent without TLS", guard = "SiteCookie.write",
			brokenBy = "leaving out secure")
	void cookieOverTlsIsSecureAndOfThisHost() {
		this.request.setSecure(true);

		this.cookie.write(this.request, this.response, "v", Duration.ofMinutes(1));

		assertThat(written()).startsWith("__Host-frontrow-x=v; Path=/; Max-Age=60;")
			.contains("; Secure", "; HttpOnly", "; SameSite=Lax")
			.doesNotContain("Domain");
	}

	@Test
	void cookieOfTheOtherKindOfConnectionIsIgnored() {
		this.request.setCookies(new Cookie("frontrow-x", "plain"), new Cookie("__Host-frontrow-x", "secure"));

		assertThat(this.cookie.read(this.request)).contains("plain");
		this.request.setSecure(true);
		assertThat(this.cookie.read(this.request)).contains("secure");
		this.request.setCookies(new Cookie("frontrow-x", "plain"));
		assertThat(this.cookie.read(this.request)).isEmpty();
	}

	@Test
	void cookieLastsUntilTheBrowserIsClosedByDefault() {
		this.cookie.write(this.request, this.response, "v");

		assertThat(written()).doesNotContain("Max-Age", "Expires");
	}

	@Test
	void cookieIsCleared() {
		this.cookie.clear(this.request, this.response);

		assertThat(written()).startsWith("frontrow-x=; Path=/; Max-Age=0;");
	}

	private String written() {
		return this.response.getHeader("Set-Cookie");
	}

}
