package app.frontrow.shared.web.http;

import java.util.List;
import java.util.Map;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityHeadersFilterTests {

	private static final Map<String, String> ALWAYS = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
			"DENY", "Referrer-Policy", "same-origin", "Permissions-Policy",
			"camera=(), microphone=(), geolocation=(), payment=(), usb=()", "Cross-Origin-Opener-Policy", "same-origin",
			"Cross-Origin-Resource-Policy", "same-origin");

	@ParameterizedTest
	@ValueSource(strings = { "/", "/me/wallet", "/css/frontrow.css", "/error", "/api/v1/wallet", "/api/docs",
			"/api/swagger-ui/index.html" })
	@ProvesRule(rule = "No page contains inline code or stands in a frame", guard = "SecurityHeadersFilter.PAGE_POLICY",
			brokenBy = "allowing 'unsafe-inline', or leaving out frame-ancestors")
	void everyAnswerHasTheSecurityHeaders(String path) throws Exception {
		MockHttpServletResponse answer = answer(path, false);

		ALWAYS.forEach((name, value) -> assertThat(answer.getHeader(name)).as(name).isEqualTo(value));
		List<String> policy = List.of(answer.getHeader("Content-Security-Policy").split("; "));
		assertThat(policy).contains("frame-ancestors 'none'", "base-uri 'none'")
			.anyMatch((rule) -> rule.startsWith("default-src "))
			.noneMatch((rule) -> rule.contains("unsafe") || rule.contains("*") || rule.contains("http"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/wallet", "/%61pi/v1/wallet", "/api/%761/wallet", "/api/openapi.json" })
	@ProvesRule(rule = "Answers to programs load nothing", guard = "SecurityHeadersFilter.policy",
			brokenBy = "allowing the policy of the API's pages on every path outside /api/v1")
	void apiAnswersMayLoadNothing(String path) throws Exception {
		assertThat(answer(path, false).getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
	}

	@Test
	@ProvesRule(rule = "A site over TLS stays on TLS", guard = "SecurityHeadersFilter", brokenBy = "leaving out HSTS")
	void answersOverTlsHaveStrictTransportSecurity() throws Exception {
		assertThat(answer("/", false).getHeader("Strict-Transport-Security")).isNull();
		assertThat(answer("/", true).getHeader("Strict-Transport-Security"))
			.isEqualTo("max-age=31536000; includeSubDomains");
	}

	private static MockHttpServletResponse answer(String path, boolean secure) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setSecure(secure);
		MockHttpServletResponse response = new MockHttpServletResponse();
		new SecurityHeadersFilter().doFilter(request, response, new MockFilterChain());
		return response;
	}

}
