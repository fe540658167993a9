package app.frontrow.journey;

import java.util.Map;
import java.util.UUID;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values that cannot be accepted. A refusal names the field and changes nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("database")
class BadInputIT extends ProductTest {

	private ApiClient member;

	private ApiClient admin;

	private long show;

	private RefusalCheck refusals;

	@BeforeAll
	void memberInsideWithABalance() {
		long concert = ConcertFixture.onSale(this.programme, 2);
		this.admin = this.audience.admin();
		this.member = this.audience.member().comeIn(concert);
		this.member.charge(500_000).expect(201);
		this.show = this.member.firstShow(concert);
		this.refusals = new RefusalCheck(this.books, concert);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /concerts/{id}", "POST, /concerts/{id}/queue-tokens", "GET, /concerts/{id}/shows",
			"GET, /shows/{id}/seats", "GET, /reservations/{id}", "DELETE, /reservations/{id}", "GET, /payments/{id}",
			"GET, /members/{id}", "DELETE, /concerts/{id}" })
	void unknownIdOfAnyFormIsNotFound(String method, String path) {
		boolean office = path.startsWith("/members") || method.equals("DELETE") && path.startsWith("/concerts");
		for (String id : new String[] { "999999999", "0", "-1", "9223372036854775807", "9223372036854775808", "1.5",
				"1e3", "00000000-0000-4000-8000-000000000000", "garbage", "%20", "%EC%A2%8C%EC%84%9D", "null" }) {
			this.refusals.of(404, "not-found",
					() -> (office ? this.admin : this.member).send(method, "/api/v1" + path.replace("{id}", id), null));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "payments     | {\"reservationId\":\"00000000-0000-4000-8000-000000000000\"}",
			"payments     | {\"reservationId\":\"1\"}", "payments     | {\"reservationId\":\"\"}",
			"payments     | {\"reservationId\":1}", "reservations | {\"showId\":999999999,\"seatNumbers\":[1]}" })
	void unknownReservationOrShowInTheBodyIsNotFound(String path, String body) {
		this.refusals.of(404, "not-found", () -> this.member.post("/api/v1/" + path, body));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "payments       | {}                                  | reservationId",
					"reservations   | {\"seatNumbers\":[1]}               | showId",
					"reservations   | {\"showId\":\"1\",\"seatNumbers\":[1]} | showId",
					"wallet/charges | {}                                  | amount",
					"wallet/charges | {\"Amount\":1}                      | amount" })
	void missingFieldIsNamed(String path, String body, String field) {
		this.refusals.ofField(field, () -> this.member.post("/api/v1/" + path, body));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "wallet/charges | {\"amount\":1000,\"amount\":2000}",
			"reservations   | {\"showId\":1,\"seatNumbers\":[1],\"seatNumbers\":[2]}" })
	void repeatedFieldIsRefused(String path, String body) {
		this.refusals.of(400, "malformed-request", () -> this.member.post("/api/v1/" + path, body));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[0]", "[51]", "[-1]", "[1,1]", "[7,8,7]", "[]", "[1,2,3,4,5]", "[null]", "null", "7",
			"\"7\"", "[1,51]", "[2147483647]" })
	@ProvesRule(rule = "A hold names one to four different seats from 1 to 50", guard = "HoldRules.checkNumbers",
			brokenBy = "leaving out any of the three conditions")
	void seatsOutOfBoundsAreRefused(String seats) {
		this.refusals.ofField("seatNumbers", () -> hold(seats));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[\"7\"]", "[1.5]", "[true]", "[[7]]", "[2147483648]" })
	void seatThatIsNotANumberIsRefused(String seats) {
		this.refusals.ofField("seatNumbers[0]", () -> hold(seats));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "-1000000", "1000001", "1.5", "1000.0", "1e3", "\"1000\"", "\"\"", "null",
			"true", "[1000]", "{}", "9223372036854775807", "9223372036854775808" })
	@ProvesRule(rule = "A top-up is 1 to 1,000,000 won", guard = "WalletService.charge",
			brokenBy = "leaving out the bounds")
	void amountOutOfBoundsIsRefused(String amount) {
		this.refusals.ofField("amount",
				() -> this.member.post("/api/v1/wallet/charges", "{\"amount\":" + amount + "}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/concerts?status=NOPE", "/reservations?status=NOPE" })
	void unknownStatusInTheQueryIsRefused(String path) {
		this.refusals.ofField("status", () -> this.member.get("/api/v1" + path));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null",
			value = { "ab,correct horse,Mina,username", "Mina!,correct horse,Mina,username",
					"미나,correct horse,Mina,username", ".mina,correct horse,Mina,username",
					"a234567890123456789012345678901,correct horse,Mina,username", "null,correct horse,Mina,username",
					"mina.new,short12,Mina,password", "mina.new,null,Mina,password", "mina.new,iloveyou,Mina,password",
					"mina.new,mina.new.2030,Mina,password", "mina.new,correct horse,' ',displayName",
					"mina.new,correct horse,null,displayName",
					"mina.new,correct horse,12345678901234567890123456789012345678901,displayName" })
	void accountWithABadFieldIsRefused(String username, String password, String displayName, String field) {
		this.refusals.ofField(field,
				() -> this.member.post("/api/v1/members", "{\"username\":%s,\"password\":%s,\"displayName\":%s}"
					.formatted(json(username), json(password), json(displayName))));
	}

	@Test
	void everyBadFieldIsNamed() {
		Answer answer = this.refusals.of(400, "validation-failed", () -> this.member.post("/api/v1/members",
				Map.of("username", "?", "password", "short", "displayName", "")));
		assertThat(RefusalCheck.fields(answer)).containsExactlyInAnyOrder("username", "password", "displayName");
	}

	@Test
	void usernameIsGivenOnce() {
		String name = this.member.get("/api/v1/members/me").text("username");
		this.refusals.of(409, "username-taken", () -> this.member.post("/api/v1/members",
				Map.of("username", " " + name.toUpperCase() + " ", "password", "another one", "displayName", "Joon")));
		this.refusals.of(401, "bad-credentials",
				() -> this.member.post("/api/v1/sessions", Map.of("username", name, "password", "another one")));
		this.refusals.of(401, "bad-credentials", () -> this.member.post("/api/v1/sessions",
				Map.of("username", "n" + UUID.randomUUID().toString().substring(0, 20), "password", "correct horse")));
	}

	private Answer hold(String seats) {
		return this.member.post("/api/v1/reservations", "{\"showId\":" + this.show + ",\"seatNumbers\":" + seats + "}");
	}

	private static String json(String text) {
		return (text != null) ? "\"" + text + "\"" : "null";
	}

}
