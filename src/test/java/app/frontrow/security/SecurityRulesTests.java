package app.frontrow.security;

import java.util.List;

import app.frontrow.members.Member;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static app.frontrow.security.ApiSlice.ADMIN;
import static app.frontrow.security.ApiSlice.MINA;
import static app.frontrow.security.ApiSlice.by;
import static app.frontrow.security.ApiSlice.json;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who gets past the doors, before any controller. There is none here, so whoever gets
 * past finds nothing.
 */
@WebMvcTest(SecurityRulesTests.Nothing.class)
@Import({ ApiSlice.class, SecurityRulesTests.Nothing.class })
class SecurityRulesTests {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			POST   | /api/v1/members
			POST   | /api/v1/sessions
			GET    | /api/v1/concerts
			GET    | /api/v1/concerts/1
			GET    | /api/v1/concerts/1/draw
			GET    | /concerts/1/draw
			GET    | /api/v1/queue-tokens/current
			DELETE | /api/v1/queue-tokens/current
			GET    | /api/openapi.json
			GET    | /api/docs
			""")
	void addressIsOpenToEverybody(HttpMethod method, String path) {
		assertThat(this.mvc.method(method).uri(path)).hasStatus(404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			DELETE | /api/v1/sessions/current
			GET    | /api/v1/sessions
			DELETE | /api/v1/sessions
			DELETE | /api/v1/sessions/x
			GET    | /api/v1/members/me
			POST   | /api/v1/concerts/1/queue-tokens
			GET    | /api/v1/concerts/1/shows
			GET    | /api/v1/shows/1/seats
			POST   | /api/v1/reservations
			GET    | /api/v1/reservations
			GET    | /api/v1/reservations/x
			DELETE | /api/v1/reservations/x
			GET    | /api/v1/wallet
			POST   | /api/v1/wallet/charges
			GET    | /api/v1/wallet/entries
			POST   | /api/v1/payments
			GET    | /api/v1/payments
			GET    | /api/v1/payments/x
			""")
	@ProvesRule(rule = "Sessions are listed and ended only by a member who is logged in",
			guard = "SecurityConfiguration.api", brokenBy = "opening /sessions/**")
	void addressIsOpenToMembers(HttpMethod method, String path) {
		MvcTestResult anonymous = this.mvc.method(method).uri(path).exchange();

		assertThat(anonymous).hasStatus(401).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(json(anonymous).get("code").asString()).isEqualTo("not-authenticated");
		assertThat(this.mvc.method(method).uri(path).with(by(MINA))).hasStatus(404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET    | /api/v1/members
			GET    | /api/v1/members/x
			POST   | /api/v1/concerts
			PUT    | /api/v1/concerts/1
			DELETE | /api/v1/concerts/1
			GET    | /api/v1/admin/reconciliation
			GET    | /api/v1/admin/concerts/1/waiting-room
			PUT    | /api/v1/admin/concerts/1/waiting-room
			""")
	void addressIsOpenToAdministrators(HttpMethod method, String path) {
		assertThat(this.mvc.method(method).uri(path)).hasStatus(401);
		MvcTestResult member = this.mvc.method(method).uri(path).with(by(MINA)).exchange();

		assertThat(member).hasStatus(403).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(json(member).get("code").asString()).isEqualTo("forbidden");
		assertThat(this.mvc.method(method).uri(path).with(by(ADMIN))).hasStatus(404);
	}

	@Test
	void apiCreatesNoSessionAndNoCookie() {
		MvcTestResult result = this.mvc.post().uri("/api/v1/sessions").exchange();

		assertThat(result.getRequest().getSession(false)).isNull();
		assertThat(result.getResponse().getHeaders("Set-Cookie")).isEmpty();
	}

	@Test
	void publicPagesCreateNoSession() {
		MvcTestResult result = this.mvc.get().uri("/me/somewhere").exchange();

		assertThat(result).hasStatus(302);
		assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/login");
		assertThat(result.getRequest().getSession(false)).isNull();
	}

	@Test
	void logInReturnsToThePageOrToThePageOfTheForm() {
		MvcTestResult page = this.mvc.get().uri("/me/somewhere").exchange();
		MvcTestResult form = this.mvc.post()
			.uri("/me/somewhere")
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();

		assertThat(page.getResponse().getCookie("frontrow-return-to")).isNotNull();
		assertThat(form.getResponse().getRedirectedUrl()).isEqualTo("/login");
		assertThat(form.getResponse().getCookie("frontrow-return-to")).isNotNull();
	}

	@Test
	@ProvesRule(rule = "A log-in after a form from before a log-out leads back to its page",
			guard = "SecurityConfiguration.refuse", brokenBy = "leaving out saveRequest")
	void formFromBeforeALogOutReturnsAfterTheLogIn() {
		MvcTestResult form = this.mvc.post().uri("/me/somewhere").exchange();

		assertThat(form).hasStatus(403);
		assertThat(form.getResponse().getCookie("frontrow-return-to")).isNotNull();
	}

	@Test
	void formsOfOtherSitesAreRefused() {
		assertThat(this.mvc.post().uri("/somewhere").with(by(MINA))).hasStatus(403);
	}

	/** Somebody logged in as the attacker would tell the attacker what they do. */
	@ParameterizedTest
	@ValueSource(strings = { "/login", "/signup", "/logout", "/language", "/me/account/password" })
	@ProvesRule(rule = "Every form needs its token, the log-in too", guard = "SecurityConfiguration.pages",
			brokenBy = "leaving out csrf, for all forms or for /login alone")
	void formWithoutACsrfTokenIsRefused(String path) {
		assertThat(this.mvc.post().uri(path).param("username", "mina").param("password", "x")).hasStatus(403);
		assertThat(this.mvc.post().uri(path).param("_csrf", "guessed").header("HX-Request", "true")).hasStatus(403);
	}

	@Test
	@ProvesRule(rule = "A link does not log out", guard = "SecurityConfiguration.pages",
			brokenBy = "logging out by any method")
	void getRequestDoesNotLogOut() {
		MvcTestResult result = this.mvc.get().uri("/logout").with(by(MINA)).exchange();

		assertThat(result).hasStatus(404);
		assertThat(result.getResponse().getHeaders("Set-Cookie")).isEmpty();
	}

	@Test
	void cookiesOverTlsAreOfThisHostOnly() {
		MvcTestResult result = this.mvc.get().uri("/me/somewhere").secure(true).exchange();

		assertThat(result.getResponse().getHeaders("Set-Cookie")).isNotEmpty()
			.allSatisfy((cookie) -> assertThat(cookie).startsWith("__Host-frontrow-")
				.contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
				.doesNotContain("Domain"));
	}

	@Test
	void ticketOfficeIsForAdministrators() {
		assertThat(this.mvc.get().uri("/admin/somewhere").with(by(MINA))).hasStatus(403);
		assertThat(this.mvc.get().uri("/admin/somewhere").with(by(ADMIN))).hasStatus(404);
		assertThat(this.mvc.get().uri("/actuator/metrics").with(by(MINA))).hasStatus(403);
		assertThat(this.mvc.get().uri("/actuator/health")).hasStatus(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/wallet", "/api/v1/concerts", "/concerts", "/me/wallet" })
	@ProvesRule(rule = "Browsers do not keep personal answers", guard = "SecurityConfiguration.headers",
			brokenBy = "setting no headers")
	void personalAnswersAreNotCached(String path) {
		MvcTestResult result = this.mvc.get().uri(path).with(by(MINA)).exchange();

		assertThat(result.getResponse().getHeader("Cache-Control")).contains("no-store");
	}

	@Test
	@ProvesRule(rule = "A controller that no access rule names is closed to everybody", guard = "UnmappedAddressPolicy",
			brokenBy = "using permitAll instead")
	void controllerWithoutARuleIsClosed() {
		for (Member member : List.of(MINA, ADMIN)) {
			assertThat(this.mvc.get().uri("/forgotten").with(by(member))).hasStatus(403);
			assertThat(this.mvc.get().uri("/api/v1/forgotten/1").with(by(member))).hasStatus(403);
		}
		assertThat(this.mvc.get().uri("/forgotten")).hasStatus(302).hasRedirectedUrl("/login");
		assertThat(this.mvc.get().uri("/api/v1/forgotten/1")).hasStatus(401);
	}

	@Test
	void addressWithoutAControllerIsNotFoundOrNotAllowed() {
		assertThat(this.mvc.get().uri("/forgotten/too")).hasStatus(404);
		assertThat(this.mvc.get().uri("/api/v1/unknown")).hasStatus(404);
		assertThat(this.mvc.put().uri("/api/v1/forgotten/1")).hasStatus(405);
	}

	/** One method without a rule. */
	@RestController
	static class Nothing {

		@GetMapping({ "/forgotten", "/api/v1/forgotten/{id}" })
		String forgotten() {
			return "told";
		}

	}

}
