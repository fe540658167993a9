package app.frontrow.security;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.frontrow.RunningProduct;
import app.frontrow.members.MemberService;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole way of a visitor who comes over TLS.
 */
@RunningProduct
class SecureSiteIT {

	private static final String SESSION = "__Host-frontrow-session";

	private final String username = "t" + UUID.randomUUID().toString().substring(0, 20);

	private MockMvcTester mvc;

	@BeforeEach
	void aMember(@Autowired WebApplicationContext context, @Autowired Map<String, Filter> filters,
			@Autowired MemberService members) {
		MockMvc product = MockMvcBuilders.webAppContextSetup(context)
			.addFilters(filters.get("securityHeadersFilter"), filters.get("springSessionRepositoryFilter"),
					filters.get("springSecurityFilterChain"))
			.build();
		this.mvc = MockMvcTester.create(product);
		members.register(this.username, "correct horse", "Mina");
	}

	@Test
	void everyCookieIsSecureAndOfThisHostOnly() {
		MvcTestResult asked = exchange(this.mvc.get().uri("/me/account"));
		MvcTestResult form = exchange(this.mvc.get().uri("/login"));
		MvcTestResult in = logIn(form, asked.getResponse().getCookie("__Host-frontrow-return-to"));

		assertThat(in).hasStatus(302).hasRedirectedUrl("/me/account");
		Cookie session = in.getResponse().getCookie(SESSION);
		MvcTestResult account = exchange(this.mvc.get().uri("/me/account").cookie(session));
		assertThat(account).hasStatus(200);
		for (MvcTestResult answer : new MvcTestResult[] { asked, form, in, account }) {
			assertThat(answer.getResponse().getHeaders("Set-Cookie"))
				.allSatisfy((cookie) -> assertThat(cookie).startsWith("__Host-frontrow-")
					.contains("; Path=/", "; Secure", "; HttpOnly")
					.doesNotContain("Domain"));
			assertThat(answer.getResponse().getHeader("Strict-Transport-Security")).contains("max-age=31536000");
		}
	}

	@Test
	void cookieFromAPlainConnectionIsIgnored() {
		Cookie session = logIn(exchange(this.mvc.get().uri("/login"))).getResponse().getCookie(SESSION);
		Cookie plain = new Cookie("frontrow-session", session.getValue());
		Cookie stale = new Cookie("frontrow-session", "x".repeat(43));

		assertThat(exchange(this.mvc.get().uri("/me/account").cookie(plain))).hasStatus(302);
		assertThat(exchange(this.mvc.get().uri("/me/account").cookie(stale, session))).hasStatus(200);
		assertThat(this.mvc.get().uri("/me/account").cookie(session)).hasStatus(302);
	}

	private MvcTestResult logIn(MvcTestResult form, Cookie... more) {
		AbstractMockHttpServletRequestBuilder<?> request = this.mvc.post()
			.uri("/login")
			.param("username", this.username)
			.param("password", "correct horse")
			.param("_csrf", token(form))
			.cookie(form.getResponse().getCookie("__Host-frontrow-csrf"));
		return exchange((more.length > 0) ? request.cookie(more) : request);
	}

	private static MvcTestResult exchange(AbstractMockHttpServletRequestBuilder<?> request) {
		return ((MockMvcTester.MockMvcRequestBuilder) request.secure(true)).exchange();
	}

	private static String token(MvcTestResult form) {
		try {
			Matcher field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
				.matcher(form.getResponse().getContentAsString());
			assertThat(field.find()).isTrue();
			return field.group(1);
		}
		catch (java.io.UnsupportedEncodingException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
