package app.frontrow.journey;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
 * Broken JSON, wrong types of content, wrong methods and wrong paths change nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestIT extends ProductTest {

	private ApiClient member;

	private long concert;

	private long show;

	private RefusalCheck refusals;

	@BeforeAll
	void memberInside() {
		this.concert = ConcertFixture.onSale(this.programme, 1);
		this.member = this.audience.member().comeIn(this.concert);
		this.member.charge(500_000).expect(201);
		this.show = this.member.firstShow(this.concert);
		this.refusals = new RefusalCheck(this.books, this.concert);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"amount\":", "not json", "{amount:1}", "{\"amount\":1,}", "{\"amount\":tru}",
			"{\"amount\":0x10}", "{\"amount\":NaN}", "{\"amount\":01}", "{\"amount\":1} and more",
			"{\"amount\":1}{\"amount\":2}", "{\"amount\":1}]", "[{\"amount\":1}]", "\"amount\"", "1", "null", "" })
	void brokenJsonTopsUpNothing(String body) {
		this.refusals.of(400, "malformed-request", () -> this.member.post("/api/v1/wallet/charges", body));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", value = { "reservations | {\"showId\":1,\"seatNumbers\":[1]}x",
			"reservations | none", "payments | {\"reservationId\":", "members | {", "sessions | {" })
	void brokenJsonIsRefusedEverywhere(String path, String body) {
		this.refusals.of(400, "malformed-request", () -> this.member.post("/api/v1/" + path, body));
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense" })
	void onlyJsonIsRead(String type) {
		ApiClient sender = this.member.with("Content-Type", type);
		this.refusals.of(415, "unsupported-media-type", () -> sender.charge(1));
		this.refusals.of(415, "unsupported-media-type", () -> sender.hold(this.show, 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "image/png", "text/html", "application/xml", "nonsense" })
	void requestWithoutAnAcceptableAnswerDoesNothing(String accepted) {
		ApiClient reader = this.member.with("Accept", accepted);
		this.refusals.of(406, "not-acceptable", () -> reader.get("/api/v1/concerts"));
		this.refusals.of(406, "not-acceptable", () -> reader.charge(1));
		this.refusals.of(406, "not-acceptable", () -> reader.hold(this.show, 1));
		this.refusals.of(406, "not-acceptable", () -> reader.cancel(String.valueOf(this.show)));
	}

	/** The platform reads no such list, though JSON is on it. */
	@Test
	@ProvesRule(rule = "A request that cannot read the answer changes nothing",
			guard = "JsonAcceptInterceptor.acceptsJson",
			brokenBy = "reading the list of types in another way than the platform")
	void requestThatAcceptsTooManyTypesDoesNothing() {
		requestWithoutAnAcceptableAnswerDoesNothing("a/b,".repeat(60) + "application/json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "*/*", "application/*", "text/html, application/json;q=0.1" })
	void readerOfJsonGetsJson(String accepted) {
		Answer answer = this.member.with("Accept", accepted).get("/api/v1/concerts").expect(200);
		assertThat(answer.header("Content-Type")).startsWith("application/json");
	}

	@ParameterizedTest
	@CsvSource({ "PATCH,/concerts", "PUT,/wallet", "DELETE,/wallet", "GET,/wallet/charges", "PUT,/reservations",
			"POST,/wallet/entries", "PUT,/sessions", "DELETE,/payments", "POST,/queue-tokens/current" })
	void otherMethodsAreRefused(String method, String path) {
		Answer answer = this.refusals.of(405, "method-not-allowed",
				() -> this.member.send(method, "/api/v1" + path, null));
		assertThat(answer.header("Allow")).isNotBlank().doesNotContain(method);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api", "/api/", "/api/v1", "/api/nope", "/api/v1/nope", "/api/v2/concerts",
			"/api/v1/concerts/", "/api/v1/wallet/nope", "/api/v1/concerts/1/nope", "/api/v1/queue-tokens",
			"/api/v1/actuator/env", "/api/v1/concerts.json" })
	void unknownPathsAreNotFound(String path) {
		Answer answer = this.refusals.of(404, "not-found", () -> this.member.get(path));
		assertThat(answer.text("instance")).isEqualTo(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/concerts/1;2", "/api/v1//concerts", "/api/v1/concerts/%2e%2e/members" })
	void pathsWithTricksAreRefused(String path) {
		this.refusals.of(400, "malformed-request", () -> this.member.get(path));
	}

	@Test
	void passwordInTheAddressIsNotRead() {
		String query = "?username=" + this.member.get("/api/v1/members/me").text("username") + "&password="
				+ URLEncoder.encode(MemberFixture.PASSWORD, StandardCharsets.UTF_8);
		PageClient browser = PageClient.at(this.port);

		HttpResponse<String> page = browser.post("/login" + query, PageClient.form(browser.get("/login"), "/login"));

		assertThat(page.statusCode()).isEqualTo(400);
		assertThat(page.body()).contains("data-testid=\"error-code\"");
		assertThat(browser.get("/me/wallet").statusCode()).isEqualTo(302);
		this.refusals.of(400, "validation-failed",
				() -> ApiClient.at(this.port).post("/api/v1/sessions" + query, Map.of()));
	}

	@ParameterizedTest
	@CsvSource({ "en, Nothing was changed, from 1 to 1", "fr, Nothing was changed, from 1 to 1",
			"ko, 변경된 내용은 없습니다, 정수여야 합니다", "'ko-KR,ko;q=0.9,en;q=0.8', 변경된 내용은 없습니다, 정수여야 합니다" })
	void refusalSpeaksTheLanguageOfTheReader(String languages, String detail, String message) {
		ApiClient reader = this.member.with("Accept-Language", languages);
		Answer answer = this.refusals.ofField("amount", () -> reader.charge(0));
		assertThat(answer.text("detail")).contains(detail);
		assertThat(answer.text("/errors/0/message")).contains(message);
	}

}
