package app.frontrow.attacks;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.PageClient;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Additional fields in bodies and forms, such as role, balance, price and the id of
 * another member, change nothing.
 */
class MassAssignmentIT extends ProductTest {

	/** Every operation of the API that takes a body. */
	private static final Set<String> BODIES = Set.of("POST /members", "POST /sessions", "POST /sessions/second-factor",
			"POST /concerts", "PUT /concerts/{id}", "PUT /admin/concerts/{id}/waiting-room", "POST /reservations",
			"POST /wallet/charges", "POST /payments", "POST /office/staff", "POST /office/concerts/{id}/copies",
			"POST /office/orders/{id}/refunds", "POST /office/shows/{id}/blocks",
			"POST /office/shows/{id}/complimentary", "POST /office/orders/{id}/reseat",
			"POST /office/shows/{id}/cancellation", "POST /office/shows/{id}/move");

	private Show show;

	private OwnerFixture owner;

	private List<String> before;

	private ApiClient member;

	private ApiClient admin;

	@BeforeEach
	void oneWhoOwnsAndOneWhoSends() {
		this.show = ConcertFixture.showOnSale(this.programme, this.catalogue);
		this.owner = new OwnerFixture(this.port, this.jdbc, this.show.concertId(), this.show.id());
		this.member = this.audience.member().comeIn(this.show.concertId());
		this.admin = this.audience.admin();
		this.before = own();
	}

	@Test
	void everyBodyOfTheApiIsTested() {
		Set<String> bodies = new TreeSet<>();
		ApiClient.at(this.port)
			.get("/api/openapi.json")
			.json()
			.at("/paths")
			.properties()
			.forEach((path) -> path.getValue()
				.properties()
				.stream()
				.filter((operation) -> operation.getValue().has("requestBody"))
				.forEach((operation) -> bodies
					.add(operation.getKey().toUpperCase() + path.getKey().replaceFirst("^/api/v1", " "))));
		assertThat(bodies).as("a body: send it more than it asks for").isNotEmpty().isSubsetOf(BODIES);
	}

	@Test
	void signUpMakesAMember() {
		String username = "m" + UUID.randomUUID().toString().substring(0, 20);
		Answer signedUp = this.member
			.post("/api/v1/members",
					more(Map.of("username", username, "password", "correct horse", "displayName", "Mina")))
			.expect(201);
		assertThat(signedUp.text("role")).isEqualTo("MEMBER");
		assertThat(signedUp.text("id")).isNotEqualTo(this.owner.memberId());
		assertThat(signedUp.text("createdAt")).isGreaterThan("2020");

		Answer session = this.member
			.post("/api/v1/sessions", more(Map.of("username", username, "password", "correct horse")))
			.expect(201);
		assertThat(session.text("/member/id")).isEqualTo(signedUp.text("id"));
		ApiClient loggedIn = ApiClient.at(this.port).with("Authorization", "Bearer " + session.text("accessToken"));
		assertThat(loggedIn.get("/api/v1/members/me").text("role")).isEqualTo("MEMBER");
		loggedIn.get("/api/v1/members").expectProblem(403, "forbidden");
		assertThat(loggedIn.balance()).isZero();
		assertThat(own()).isEqualTo(this.before);
	}

	@Test
	@ProvesRule(rule = "A member can only top up their own wallet", brokenBy = "reading a memberId from the body")
	void topUpGoesToTheMembersOwnWallet() {
		Answer charged = this.member.post("/api/v1/wallet/charges", more(Map.of("amount", 1_000))).expect(201);

		assertThat(charged.number("balanceAfter")).isEqualTo(1_000);
		assertThat(charged.text("type")).isEqualTo("CHARGE");
		assertThat(own()).isEqualTo(this.before);
	}

	@Test
	void priceIsSetByTheServer() {
		this.member.charge(200_000).expect(201);
		Answer held = this.member
			.post("/api/v1/reservations", more(Map.of("showId", this.show.id(), "seatNumbers", List.of(50))))
			.expect(201);
		assertThat(held.number("total")).isEqualTo(90_000);
		assertThat(held.text("status")).isEqualTo("HELD");
		assertThat(held.text("heldUntil")).isLessThan("2099");
		assertThat(held.number("/payment/amount")).isEqualTo(90_000);
		assertThat(held.text("/payment/status")).isEqualTo("PENDING");

		Answer paid = this.member.post("/api/v1/payments", more(Map.of("reservationId", held.text("id")))).expect(201);
		assertThat(paid.number("amount")).isEqualTo(90_000);
		assertThat(paid.number("balanceAfter")).isEqualTo(110_000);
		assertThat(paid.text("reservationId")).isEqualTo(held.text("id"));
		assertThat(own()).isEqualTo(this.before);
	}

	@Test
	void concertTakesNoMoreThanItsFields() {
		Map<String, Object> body = new HashMap<>(ConcertFixture.body("은하수", 1));
		body.replace("shows", List.of(more(Map.of("startsAt", "2090-01-01T00:00:00Z"))));
		body.replace("prices", List.of(more(Map.of("grade", "S", "fromSeat", 1, "toSeat", 50, "price", 90_000))));
		Answer registered = this.admin.post("/api/v1/concerts", more(body)).expect(201);
		String path = "/api/v1/concerts/" + registered.text("id");
		Answer changed = this.admin.put(path, more(body)).expect(200);

		for (Answer concert : List.of(registered, changed)) {
			assertThat(concert.number("id")).isNotEqualTo(this.show.concertId()).isEqualTo(registered.number("id"));
			assertThat(concert.text("status")).isEqualTo("ON_SALE");
			assertThat(concert.number("seatsLeft")).isEqualTo(50);
			assertThat(concert.number("/prices/0/price")).isEqualTo(90_000);
		}
		Answer copy = this.admin
			.post("/api/v1/office/concerts/" + registered.text("id") + "/copies",
					more(Map.of("title", "은하수", "firstShowOn", "2091-01-01")))
			.expect(201);
		assertThat(copy.number("id")).isGreaterThan(registered.number("id"));
		assertThat(copy.text("status")).isEqualTo("DRAFT");
		assertThat(copy.number("/prices/0/price")).isEqualTo(90_000);
		Answer room = this.admin
			.put("/api/v1/admin/concerts/" + registered.text("id") + "/waiting-room",
					more(Map.of("capacity", 7, "admissionsPerSecond", 3.0, "mode", "OPEN")))
			.expect(200);
		assertThat(room.number("concertId")).isEqualTo(registered.number("id"));
		assertThat(room.number("waiting") + room.number("inside")).isZero();
		assertThat(own()).isEqualTo(this.before);
		this.admin.delete(path).expect(204);
	}

	@Test
	void roleIsForTheNamedMemberAlone() {
		String username = this.member.get("/api/v1/members/me").text("username");

		Answer granted = this.admin.post("/api/v1/office/staff", more(Map.of("username", username, "role", "DOOR")))
			.expect(201);

		assertThat(granted.text("username")).isEqualTo(username);
		assertThat(granted.text("role")).isEqualTo("DOOR");
		assertThat(own()).isEqualTo(this.before);
		this.admin.delete("/api/v1/office/staff/" + granted.text("id")).expect(204);
	}

	@Test
	void seatsByHandTakeNoMoreThanTheirFields() {
		String office = "/api/v1/office/";
		String shows = office + "shows/" + this.show.id();
		String username = this.member.get("/api/v1/members/me").text("username");

		this.admin.post(shows + "/blocks", more(Map.of("seatNumbers", List.of(48), "reason", "Camera"))).expect(201);
		Answer given = this.admin
			.post(shows + "/complimentary",
					more(Map.of("seatNumbers", List.of(49), "username", username, "reason", "Guests")))
			.expect(201);
		Answer moved = this.admin
			.post(office + "orders/" + given.text("/order/id") + "/reseat",
					more(Map.of("from", 49, "to", 50, "reason", "Broken")))
			.expect(200);

		assertThat(given.number("/order/total")).isZero();
		assertThat(moved.text("/order/member/username")).isEqualTo(username);
		assertThat(this.member.balance()).isZero();
		assertThat(own()).isEqualTo(this.before);
	}

	@Test
	void formsTakeTheirFieldsAndNoMore() {
		PageClient browser = PageClient.at(this.port);
		Map<String, String> signup = form(browser.get("/signup"), "/signup");
		signup.putAll(Map.of("username", "f" + UUID.randomUUID().toString().substring(0, 20), "password",
				"correct horse", "displayName", "Mina"));
		assertThat(browser.post("/signup", signup).statusCode()).isEqualTo(302);
		assertThat(browser.get("/admin/reconciliation").statusCode()).isEqualTo(403);
		assertThat(browser.get("/me/wallet").body()).contains("data-testid=\"balance\"").doesNotContain("9,999,999");

		Map<String, String> charge = form(browser.get("/me/wallet"), "/me/wallet/charges");
		charge.put("amount", "100000");
		browser.post("/me/wallet/charges", charge);
		String concert = "/concerts/" + this.show.concertId();
		browser.post(concert + "/queue", form(browser.get(concert), concert + "/queue"));
		String seats = "/shows/" + this.show.id() + "/seats";
		Map<String, String> hold = form(browser.get(seats), "/reservations");
		hold.put("seatNumbers", "50");
		String order = PageClient.location(browser.post("/reservations", hold));
		browser.post(order + "/pay", form(browser.get(order), order + "/pay"));

		assertThat(browser.get(order).body()).contains("data-testid=\"payment-receipt\"", "90,000");
		assertThat(browser.get("/me/wallet").body()).contains("10,000").doesNotContain("9,999,999");
		assertThat(own()).isEqualTo(this.before);
	}

	@Test
	void fieldInTheAddressIsRefused() {
		PageClient browser = PageClient.at(this.port).signUpAndLogIn();
		Map<String, String> charge = browser.filled("/me/wallet", "/me/wallet/charges", "amount", "1000");

		HttpResponse<String> refused = browser.post("/me/wallet/charges?amount=9", charge);

		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(browser.get("/me/wallet").body()).doesNotContain("ledger-row");
	}

	/** The state of the owner, without counts that others change. */
	private List<String> own() {
		return this.owner.state()
			.stream()
			.filter((line) -> !line.matches("(members|concerts|wallets|ledger) .*")
					&& (!line.startsWith("seat ") || line.matches("seat \\d+ [12] .*")) && !line.startsWith("show ")
					&& (!line.startsWith("reservation ") || this.owner.ids().contains(line.split(" ")[1])))
			.toList();
	}

	/** The fields of the page's form, and those that it does not have. */
	private Map<String, String> form(HttpResponse<String> page, String action) {
		Map<String, String> fields = PageClient.form(page, action);
		more(Map.of()).forEach((name, value) -> fields.putIfAbsent(name, String.valueOf(value)));
		fields.put("class.module.classLoader.defaultAssertionStatus", "true");
		fields.put("member.role", "ADMIN");
		fields.put("_method", "DELETE");
		return fields;
	}

	/** The body with everything in it that might be taken for more than it should be. */
	private Map<String, Object> more(Map<String, Object> body) {
		Map<String, Object> more = new HashMap<>();
		List.of("id", "memberId", "userId", "username", "owner")
			.forEach((field) -> more.put(field, this.owner.memberId()));
		List.of("role", "roles", "authorities", "displayName").forEach((field) -> more.put(field, "ADMIN"));
		List.of("price", "amount", "total", "required", "version").forEach((field) -> more.put(field, 1));
		List.of("balance", "balanceAfter", "seatsLeft", "waiting", "inside")
			.forEach((field) -> more.put(field, 9_999_999));
		List.of("heldUntil", "expiresAt", "firstShowAt").forEach((field) -> more.put(field, "2099-01-01T00:00:00Z"));
		more.putAll(Map.of("createdAt", "1999-01-01T00:00:00Z", "type", "REFUND", "withdrawn", true, "enabled", true,
				"passwordHash", "{noop}known", "queueToken", this.owner.queueToken(), "accessToken",
				this.owner.accessToken(), "@class", "java.lang.Runtime", "concertId", this.show.concertId(),
				"reservation_id", this.owner.ids().get(2)));
		more.put("status", "CONFIRMED");
		more.put("member", Map.of("id", this.owner.memberId(), "role", "ADMIN"));
		more.put("payment", Map.of("id", this.owner.ids().get(3), "status", "PAID", "amount", 1));
		more.putAll(body);
		return more;
	}

}
