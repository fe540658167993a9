package app.frontrow.journey;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Programme;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is not logged in, is no administrator, or asks for what is somebody else's, gets
 * nowhere.
 */
@RunningProduct
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadAccessIT {

	private static final String CONCERT = """
			{"title": "T", "artist": "A", "venue": "V", "salesOpenAt": "2026-01-01T00:00:00Z",
			"shows": [{"startsAt": "2099-01-01T00:00:00Z"}],
			"prices": [{"grade": "S", "fromSeat": 1, "toSeat": 50, "price": 90000}]}""";

	private ApiClient nobody;

	private Audience audience;

	private ApiClient member;

	private long concert;

	private long show;

	private Answer held;

	private Refusals refusals;

	@BeforeAll
	void aMemberWithAHeldSeat(@LocalServerPort int port, @Autowired Programme programme, @Autowired JdbcClient jdbc) {
		this.nobody = ApiClient.at(port);
		this.audience = new Audience(jdbc, port);
		this.concert = Concerts.onSale(programme, 1);
		this.member = this.audience.member().comeIn(this.concert);
		this.member.charge(500_000).expect(201);
		this.show = this.member.get("/api/v1/concerts/" + this.concert + "/shows").expect(200).number("/0/id");
		this.held = this.member.hold(this.show, 1, 2).expect(201);
		this.refusals = new Refusals(new Books(jdbc), this.concert);
	}

	@ParameterizedTest
	@CsvSource({ "GET,/members/me", "GET,/members", "GET,/members/{id}", "DELETE,/sessions/current", "GET,/sessions",
			"DELETE,/sessions", "DELETE,/sessions/x", "POST,/concerts", "PUT,/concerts/{concert}",
			"GET,/office/concerts/{concert}", "DELETE,/concerts/{concert}", "POST,/concerts/{concert}/queue-tokens",
			"GET,/concerts/{concert}/shows", "GET,/shows/{show}/seats", "POST,/reservations", "GET,/reservations",
			"GET,/reservations/{reservation}", "DELETE,/reservations/{reservation}", "GET,/wallet",
			"POST,/wallet/charges", "GET,/wallet/entries", "POST,/payments", "GET,/payments",
			"GET,/payments/{payment}" })
	void whoIsNotLoggedInIsAskedTo(String method, String path) {
		String queueToken = this.member.place().text("queueToken");
		List.of(this.nobody, this.nobody.with("Authorization", "Bearer " + "x".repeat(43)),
				this.nobody.with("Authorization", "Bearer"), this.nobody.with("Authorization", "Basic bWluYTptaW5h"),
				this.nobody.with("Authorization", "Bearer " + UUID.randomUUID()))
			.forEach((visitor) -> this.refusals.of(401, "not-authenticated",
					() -> visitor.withQueueToken(queueToken).send(method, "/api/v1" + fill(path), body(method))));
	}

	@ParameterizedTest
	@CsvSource({ "GET,/members", "GET,/members/{id}", "POST,/concerts", "PUT,/concerts/{concert}",
			"DELETE,/concerts/{concert}", "GET,/office/concerts/{concert}" })
	void theOfficeIsForAdministrators(String method, String path) {
		this.refusals.of(403, "forbidden",
				() -> this.member.send(method, "/api/v1" + fill(path), method.startsWith("P") ? CONCERT : null));
	}

	@Test
	void anAdministratorMayDoAllThat() {
		ApiClient admin = this.audience.admin();
		assertThat(admin.get("/api/v1" + fill("/members/{id}")).expect(200).text("id"))
			.isEqualTo(this.member.get("/api/v1/members/me").text("id"));
		assertThat(admin.get("/api/v1/members").expect(200).number("totalItems")).isPositive();
		Answer registered = admin.post("/api/v1/concerts", CONCERT).expect(201);
		admin.put("/api/v1/concerts/" + registered.text("id"), CONCERT.replace("90000", "80000")).expect(200);
		assertThat(this.nobody.get("/api/v1/concerts/" + registered.text("id")).number("/prices/0/price"))
			.isEqualTo(80_000);
		admin.delete("/api/v1/concerts/" + registered.text("id")).expect(204);
		this.nobody.get("/api/v1/concerts/" + registered.text("id")).expectProblem(404, "not-found");
	}

	@Test
	@ProvesRule(rule = "A concert with held or sold seats keeps its shows and prices", guard = "SeatInventory.on",
			brokenBy = "leaving out lockAndCountLive")
	void aConcertWithHeldSeatsKeepsItsShowsAndPrices() {
		ApiClient admin = this.audience.admin();
		this.refusals.of(409, "concert-has-sales", () -> admin.delete("/api/v1/concerts/" + this.concert));
		this.refusals.of(409, "shows-left-out", () -> admin.put("/api/v1/concerts/" + this.concert, CONCERT));
		JsonNode shows = admin.get("/api/v1/office/concerts/" + this.concert).json().at("/shows");
		String withdrawing = CONCERT.replaceFirst("\\{",
				"{\"withdrawShows\": " + shows.valueStream().map((show) -> show.get("id").asLong()).toList() + ",");
		this.refusals.of(409, "concert-has-sales", () -> admin.put("/api/v1/concerts/" + this.concert, withdrawing));
	}

	@Test
	@ProvesRule(rule = "A member does not find the reservation of another member", guard = "SeatHolds.find",
			brokenBy = "leaving out the filter")
	void whatIsSomebodyElsesIsNotFound() {
		ApiClient other = this.audience.member().comeIn(this.concert);
		other.charge(1_000_000).expect(201);
		String reservation = this.held.text("id");
		this.refusals.of(404, "not-found", () -> other.get("/api/v1/reservations/" + reservation));
		this.refusals.of(404, "not-found", () -> other.delete("/api/v1/reservations/" + reservation));
		this.refusals.of(404, "not-found", () -> other.pay(reservation));
		this.refusals.of(404, "not-found", () -> other.get("/api/v1/payments/" + this.held.text("/payment/id")));
		assertThat(other.get("/api/v1/reservations").number("totalItems")).isZero();
		assertThat(other.get("/api/v1/payments").number("totalItems")).isZero();
		assertThat(other.get("/api/v1/wallet/entries").number("totalItems")).isEqualTo(1);
		// nor may an administrator take it
		ApiClient admin = this.audience.admin();
		this.refusals.of(404, "not-found", () -> admin.delete("/api/v1/reservations/" + reservation));
		assertThat(this.member.get("/api/v1/reservations/" + reservation).text("status")).isEqualTo("HELD");
	}

	@ParameterizedTest
	@ValueSource(strings = { "memberId", "userId", "price", "amount", "total", "role" })
	void whatTheServerMustSayIsNotTheClientsToSay(String field) {
		Map<String, Object> body = Map.of("username", "u" + UUID.randomUUID().toString().substring(0, 20), "password",
				"correct horse", "displayName", "Mina", field, field.equals("role") ? "ADMIN" : 1);
		assertThat(this.nobody.post("/api/v1/members", body).expect(201).text("role")).isEqualTo("MEMBER");
		ApiClient other = this.audience.member().comeIn(this.concert);
		Answer mine = other
			.post("/api/v1/reservations", Map.of("showId", this.show, "seatNumbers", List.of(50), field, 1))
			.expect(201);
		assertThat(mine.number("total")).isEqualTo(90_000);
		other.delete("/api/v1/reservations/" + mine.text("id")).expect(200);
	}

	@Test
	void aLoggedOutTokenIsDeadAtOnce() {
		ApiClient leaver = this.audience.member();
		leaver.get("/api/v1/wallet").expect(200);
		leaver.delete("/api/v1/sessions/current").expect(204);
		this.refusals.of(401, "not-authenticated", () -> leaver.get("/api/v1/wallet"));
		this.refusals.of(401, "not-authenticated", () -> leaver.charge(1));
		this.refusals.of(401, "not-authenticated", () -> leaver.delete("/api/v1/sessions/current"));
		this.member.get("/api/v1/wallet").expect(200);
	}

	@Test
	void theApiNeverReadsTheBrowsersCookieNorPagesTheBearerToken() {
		ApiClient logged = this.audience.member();
		String session = logged.header("Authorization").substring("Bearer ".length());
		ApiClient browser = this.nobody.with("Cookie", "frontrow-session=" + session);
		this.refusals.of(401, "not-authenticated", () -> browser.get("/api/v1/wallet"));
		this.refusals.of(401, "not-authenticated", () -> browser.charge(1));
		this.refusals.of(401, "not-authenticated", () -> browser.delete("/api/v1/sessions/current"));
		assertThat(browser.get("/me/wallet").status()).isNotEqualTo(302);
		assertThat(logged.get("/me/wallet").expect(302).header("Location")).endsWith("/login");
	}

	private String fill(String path) {
		return path.replace("{id}", this.member.get("/api/v1/members/me").text("id"))
			.replace("{concert}", String.valueOf(this.concert))
			.replace("{show}", String.valueOf(this.show))
			.replace("{reservation}", this.held.text("id"))
			.replace("{payment}", this.held.text("/payment/id"));
	}

	/** Good for every door that takes a body. */
	private Map<String, Object> body(String method) {
		return method.startsWith("P") ? Map.of("amount", 1, "showId", this.show, "seatNumbers", List.of(9),
				"reservationId", this.held.text("id")) : null;
	}

}
