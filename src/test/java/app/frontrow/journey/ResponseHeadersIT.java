package app.frontrow.journey;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Headers of all answers, and who may read the addresses for operators.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResponseHeadersIT extends ProductTest {

	private static final List<String> ONCE = List.of("Content-Security-Policy", "X-Content-Type-Options",
			"X-Frame-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy",
			"Cross-Origin-Resource-Policy");

	private ApiClient nobody;

	private PageClient visitor;

	private PageClient member;

	private ApiClient administrator;

	private long concert;

	@BeforeAll
	void visitorMemberAndAdministrator() {
		this.nobody = ApiClient.at(this.port);
		this.visitor = PageClient.at(this.port);
		this.member = PageClient.at(this.port).signUpAndLogIn();
		this.administrator = browser(this.audience.admin());
		this.concert = ConcertFixture.onSale(this.programme, 1);
	}

	@ParameterizedTest
	@CsvSource({ "200,/", "200,/login", "200,/signup", "200,/me/account", "200,/me/wallet", "200,/me/reservations",
			"200,/concerts/{concert}", "200,/concerts/{concert}/queue", "200,/concerts/{concert}/poster.svg",
			"200,/css/frontrow.css", "200,/js/frontrow.js", "200,/webjars/htmx.org/dist/htmx.min.js",
			"200,/img/mark.svg", "302,/me/wallet/charges", "403,/admin/reconciliation", "404,/nothing",
			"404,/concerts/0", "400,/%3B;a=b//", "200,/actuator/health", "200,/api/v1/concerts", "401,/api/v1/wallet",
			"404,/api/v1/nothing", "404,/api/nothing", "302,/api/docs", "200,/api/openapi.json",
			"200,/api/swagger-ui/index.html" })
	@ProvesRule(rule = "Every answer has the protective headers", guard = "SecurityHeadersFilter.ORDER",
			brokenBy = "setting it to the last place")
	void everyAnswerHasTheProtectiveHeaders(int status, String path) {
		HttpResponse<String> answer = path.matches("/(api|actuator)/.*") ? this.nobody.get(path).response()
				: this.member.get(fill(path));

		assertThat(answer.statusCode()).as(path).isEqualTo(status);
		assertCareful(answer);
	}

	@Test
	void refusalsAndRedirectsHaveTheProtectiveHeaders() {
		assertCareful(this.visitor.get("/me/wallet"));
		assertCareful(this.visitor.post("/language", Map.of("language", "ko")));
		assertCareful(this.nobody.post("/api/v1/sessions", "{").expect(400).response());
		assertCareful(this.nobody.send("PUT", "/", null).response());
	}

	@Test
	void cookiesStayOutOfReachOfScriptsAndOtherSites() {
		List<String> cookies = this.nobody.get("/login").expect(200).response().headers().allValues("Set-Cookie");

		assertThat(cookies).isNotEmpty()
			.allSatisfy((cookie) -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/login", "/me/account", "/me/wallet", "/me/reservations", "/concerts/{concert}",
			"/concerts/{concert}/queue", "/nothing", "/api/v1/concerts", "/api/v1/members/me", "/api/v1/wallet",
			"/api/v1/sessions", "/api/v1/nothing", "/actuator/health" })
	void pagesAndApiAnswersAreNotStored(String path) {
		assertThat(this.member.get(fill(path)).headers().allValues("Cache-Control")).singleElement()
			.asString()
			.contains("no-store");
	}

	@Test
	void publicFilesMayBeStored() {
		assertThat(this.visitor.get("/css/frontrow.css").headers().allValues("Cache-Control")).singleElement()
			.asString()
			.contains("max-age");
		assertThat(this.visitor.get(fill("/concerts/{concert}/poster.svg")).headers().allValues("Cache-Control"))
			.singleElement()
			.asString()
			.contains("public");
	}

	@Test
	void healthTellsNoDetails() {
		for (String path : List.of("/actuator/health", "/actuator/health/db")) {
			for (ApiClient who : List.of(this.nobody, this.administrator)) {
				Answer health = who.get(path);
				assertThat(health.status()).isIn(200, 404);
				assertThat(health.response().body()).doesNotContain("components", "details", "database", "redis",
						"version");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/metrics", "/actuator/metrics/jvm.memory.used", "/actuator/env",
			"/actuator/heapdump", "/actuator/beans", "/actuator/loggers", "/actuator/prometheus" })
	void onlyAdministratorsSeeFigures(String path) {
		assertThat(this.visitor.get(path).statusCode()).isEqualTo(302);
		assertThat(this.member.get(path).statusCode()).isEqualTo(403);
		boolean exposed = path.equals("/actuator") || path.matches("/actuator/(metrics|prometheus).*");
		assertThat(this.administrator.get(path).status()).isEqualTo(exposed ? 200 : 404);
	}

	private String fill(String path) {
		return path.replace("{concert}", String.valueOf(this.concert));
	}

	private static void assertCareful(HttpResponse<String> answer) {
		ONCE.forEach((name) -> assertThat(answer.headers().allValues(name)).as(answer.uri() + " " + name).hasSize(1));
		assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
			.contains("default-src '", "frame-ancestors 'none'", "base-uri 'none'")
			.doesNotContain("unsafe", "*", "http:");
		assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
	}

	/** A browser that holds the session of this program. */
	private static ApiClient browser(ApiClient program) {
		String key = program.header("Authorization").substring("Bearer ".length());
		return program.with("Authorization", null).with("Cookie", "frontrow-session=" + key);
	}

}
