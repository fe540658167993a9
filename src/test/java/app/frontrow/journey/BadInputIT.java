package app.frontrow.journey;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Programme;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values that cannot be accepted: ids of nothing, seats that are none, amounts that are
 * no money, queries out of bounds, accounts that cannot be.
 */
@RunningProduct
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("database")
class BadInputIT {

	private ApiClient member;

	private ApiClient admin;

	private long show;

	private Refusals refusals;

	@BeforeAll
	void aMemberInsideWithABalance(@LocalServerPort int port, @Autowired Programme programme,
			@Autowired JdbcClient jdbc) {
		long concert = Concerts.onSale(programme, 2);
		Audience audience = new Audience(jdbc, port);
		this.admin = audience.admin();
		this.member = audience.member().comeIn(concert);
		this.member.charge(500_000).expect(201);
		this.show = this.member.get("/api/v1/concerts/" + concert + "/shows").expect(200).number("/0/id");
		this.refusals = new Refusals(new Books(jdbc), concert);
	}

	@ParameterizedTest
	@ValueSource(strings = { "999999999", "0", "-1", "9223372036854775807", "9223372036854775808", "1.5", "1e3",
			"00000000-0000-4000-8000-000000000000", "garbage", "%20", "좌석", "null" })
	void whatDoesNotExistIsNotFoundWhateverItsForm(String id) {
		String encoded = id.equals("좌석") ? "%EC%A2%8C%EC%84%9D" : id;
		Stream<Function<ApiClient, Answer>> requests = Stream.of((it) -> it.get("/api/v1/concerts/" + encoded),
				(it) -> it.post("/api/v1/concerts/" + encoded + "/queue-tokens", null),
				(it) -> it.get("/api/v1/concerts/" + encoded + "/shows"),
				(it) -> it.get("/api/v1/shows/" + encoded + "/seats"),
				(it) -> it.get("/api/v1/reservations/" + encoded), (it) -> it.delete("/api/v1/reservations/" + encoded),
				(it) -> it.get("/api/v1/payments/" + encoded));
		requests.forEach((request) -> this.refusals.of(404, "not-found", () -> request.apply(this.member)));
		Stream<Function<ApiClient, Answer>> office = Stream.of((it) -> it.get("/api/v1/members/" + encoded),
				(it) -> it.delete("/api/v1/concerts/" + encoded));
		office.forEach((request) -> this.refusals.of(404, "not-found", () -> request.apply(this.admin)));
	}

	@Test
	void reservationAndShowNamedInTheBodyMustExist() {
		this.refusals.of(404, "not-found", () -> this.member.pay(UUID.randomUUID().toString()));
		this.refusals.of(404, "not-found", () -> this.member.pay("1"));
		this.refusals.of(404, "not-found", () -> this.member.pay(""));
		this.refusals.of(404, "not-found", () -> this.member.hold(999_999_999L, 1));
		this.refusals.ofField("reservationId", () -> this.member.post("/api/v1/payments", "{}"));
		this.refusals.of(404, "not-found", () -> this.member.post("/api/v1/payments", "{\"reservationId\":1}"));
		this.refusals.ofField("showId", () -> this.member.post("/api/v1/reservations", "{\"seatNumbers\":[1]}"));
		this.refusals.ofField("showId",
				() -> this.member.post("/api/v1/reservations", "{\"showId\":\"1\",\"seatNumbers\":[1]}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[0]", "[51]", "[-1]", "[1,1]", "[7,8,7]", "[]", "[1,2,3,4,5]", "[null]", "null", "7",
			"\"7\"", "[1,51]", "[2147483647]" })
	@ProvesRule(rule = "A hold names one to four different seats from 1 to 50", guard = "HoldRules.checkNumbers",
			brokenBy = "leaving out any of the three conditions")
	void seatsThatCannotBeChosen(String seats) {
		this.refusals.ofField("seatNumbers", () -> hold(seats));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[\"7\"]", "[1.5]", "[true]", "[[7]]", "[2147483648]" })
	void seatsThatAreNoNumbers(String seats) {
		this.refusals.ofField("seatNumbers[0]", () -> hold(seats));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "-1000000", "1000001", "1.5", "1000.0", "1e3", "\"1000\"", "\"\"", "null",
			"true", "[1000]", "{}", "9223372036854775807", "9223372036854775808" })
	@ProvesRule(rule = "A top-up is 1 to 1,000,000 won", guard = "Wallets.charge", brokenBy = "leaving out the bounds")
	void amountsThatAreNoTopUp(String amount) {
		this.refusals.ofField("amount",
				() -> this.member.post("/api/v1/wallet/charges", "{\"amount\":" + amount + "}"));
	}

	@Test
	void fieldThatIsThereTwiceMayMeanEither() {
		this.refusals.of(400, "malformed-request",
				() -> this.member.post("/api/v1/wallet/charges", "{\"amount\":1000,\"amount\":2000}"));
		this.refusals.of(400, "malformed-request", () -> this.member.post("/api/v1/reservations",
				"{\"showId\":1,\"seatNumbers\":[1],\"seatNumbers\":[2]}"));
	}

	@Test
	void theAmountMustBeThere() {
		this.refusals.ofField("amount", () -> this.member.post("/api/v1/wallet/charges", "{}"));
		this.refusals.ofField("amount", () -> this.member.post("/api/v1/wallet/charges", "{\"Amount\":1}"));
	}

	@ParameterizedTest
	@CsvSource({ "/concerts?page=-1,page", "/concerts?status=NOPE,status", "/reservations?status=NOPE,status" })
	void queriesOutOfBounds(String query, String field) {
		this.refusals.ofField(field, () -> this.member.get("/api/v1" + query));
	}

	@Test
	void queriesWithinBoundsAreFine() {
		Answer page = this.member.get("/api/v1/concerts?page=0&size=100&status=ON_SALE").expect(200);
		assertThat(page.number("size")).isEqualTo(100);
		assertThat(page.number("totalItems")).isPositive();
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
	void accountsThatCannotBe(String username, String password, String displayName, String field) {
		this.refusals.ofField(field, () -> this.member.post("/api/v1/members",
				json("username", username, "password", password, "displayName", displayName)));
	}

	@Test
	void everyFieldAtFaultIsNamed() {
		Answer answer = this.refusals.of(400, "validation-failed", () -> this.member.post("/api/v1/members",
				Map.of("username", "?", "password", "short", "displayName", "")));
		assertThat(Refusals.fields(answer)).containsExactlyInAnyOrder("username", "password", "displayName");
	}

	@Test
	void aUsernameIsGivenOnce() {
		String name = "u" + UUID.randomUUID().toString().substring(0, 8);
		Map<String, String> account = Map.of("username", name, "password", "correct horse", "displayName", "Mina");
		this.member.post("/api/v1/members", account).expect(201);
		this.refusals.of(409, "username-taken", () -> this.member.post("/api/v1/members", account));
		this.refusals.of(409, "username-taken", () -> this.member.post("/api/v1/members",
				Map.of("username", " " + name.toUpperCase() + " ", "password", "another one", "displayName", "Joon")));
		this.refusals.of(401, "bad-credentials",
				() -> this.member.post("/api/v1/sessions", Map.of("username", name, "password", "another one")));
		this.refusals.of(401, "bad-credentials", () -> this.member.post("/api/v1/sessions",
				Map.of("username", "nobody-" + name, "password", "correct horse")));
	}

	private Answer hold(String seats) {
		return this.member.post("/api/v1/reservations", "{\"showId\":" + this.show + ",\"seatNumbers\":" + seats + "}");
	}

	private static String json(String... members) {
		StringBuilder text = new StringBuilder("{");
		for (int i = 0; i < members.length; i += 2) {
			text.append(i > 0 ? "," : "").append('"').append(members[i]).append("\":");
			text.append((members[i + 1] != null) ? "\"" + members[i + 1] + "\"" : "null");
		}
		return text.append('}').toString();
	}

}
