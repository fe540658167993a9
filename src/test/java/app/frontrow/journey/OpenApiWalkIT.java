package app.frontrow.journey;

import java.net.http.HttpClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every answer that the OpenAPI document describes comes: each success, and each refusal
 * that one request can provoke. {@link ApiClient} checks the opposite, that the document
 * describes every answer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("database")
@Tag("smoke")
class OpenApiWalkIT extends ProductTest {

	/** Codes that need a race, a crowd or an outage; their tests hold them to it too. */
	private static final Set<String> ELSEWHERE = Set.of("temporarily-unavailable", "too-many-requests",
			"request-in-progress", "not-your-turn", "hold-expired", "sold-out");

	private ApiClient nobody;

	private ApiClient admin;

	private ApiContract document;

	@BeforeAll
	void read() throws Exception {
		this.nobody = ApiClient.at(this.port);
		this.admin = this.audience.admin();
		this.document = ApiContract.of(HttpClient.newHttpClient(), "http://127.0.0.1:" + this.port);
	}

	@Test
	@ProvesRule(rule = "The document names every refusal", guard = "ReservationApiController",
			brokenBy = "leaving SEAT_TAKEN out of @ApiErrors")
	void everyAnswerOfTheDocumentComes() {
		account();
		office();
		booking();
		orderThatNobodyCanPay();
		gate();
		staff();
		this.document.operations().forEach(this::refusals);

		Set<String> missing = promised();
		missing.removeAll(this.document.seen());
		assertThat(missing).isEmpty();
	}

	@Test
	void examplesMatchTheirSchemas() {
		assertThat(this.document.faultsOfExamples()).isEmpty();
		assertThat(this.document.json().at("/components/schemas").properties())
			.filteredOn((schema) -> this.document.operations()
				.values()
				.stream()
				.anyMatch((operation) -> operation.path("requestBody").toString().contains(schema.getKey() + '"')))
			.isNotEmpty()
			.allSatisfy((body) -> assertThat(body.getValue().path("examples").size()).as(body.getKey()).isPositive());
	}

	private Set<String> promised() {
		Set<String> promised = new TreeSet<>();
		this.document.operations()
			.forEach((name, operation) -> operation.path("responses").properties().forEach((answer) -> {
				JsonNode codes = answer.getValue().at("/content/application~1problem+json/examples");
				if (codes.isMissingNode() && !answer.getKey().equals("default")) {
					promised.add(name + " " + answer.getKey());
				}
				codes.propertyNames()
					.stream()
					.filter((code) -> !ELSEWHERE.contains(code))
					.forEach((code) -> promised.add(name + " " + answer.getKey() + " " + code));
			}));
		return promised;
	}

	/** Members, sessions and wallets. */
	private void account() {
		String name = "w" + UUID.randomUUID().toString().substring(0, 13);
		Map<String, String> account = Map.of("username", name, "password", "correct horse", "displayName", "걷는 이");
		Answer signedUp = this.nobody.post("/api/v1/members", account).expect(201);
		this.nobody.post("/api/v1/members", account).expectProblem(409, "username-taken");
		this.nobody.post("/api/v1/sessions", Map.of("username", name, "password", "wrong horse"))
			.expectProblem(401, "bad-credentials");
		ApiClient member = this.nobody.logIn(name, "correct horse");
		member.get("/api/v1/members/me").expect(200);
		this.admin.get("/api/v1/members?q=" + name).expect(200);
		this.admin.get("/api/v1/members/" + signedUp.text("id")).expect(200);
		ApiClient keyed = member.with("Idempotency-Key", "walk-charge");
		keyed.charge(1_000_000).expect(201);
		keyed.charge(1).expectProblem(422, "idempotency-key-reused");
		Stream.generate(() -> member.charge(1_000_000)).limit(9).forEach((charged) -> charged.expect(201));
		member.charge(1_000_000).expectProblem(409, "balance-limit-exceeded");
		member.get("/api/v1/wallet").expect(200);
		member.get("/api/v1/wallet/entries?size=3").expect(200);
		this.nobody.logIn(name, "correct horse");
		JsonNode sessions = member.get("/api/v1/sessions").expect(200).json();
		JsonNode other = sessions.at(sessions.at("/0/current").asBoolean() ? "/1" : "/0");
		member.delete("/api/v1/sessions/" + other.at("/id").asString()).expect(204);
		member.delete("/api/v1/sessions").expect(204);
		member.delete("/api/v1/sessions/current").expect(204);
	}

	/** The work of administrators. */
	private void office() {
		Answer registered = this.admin.post("/api/v1/concerts", ConcertFixture.body("Walk", 1)).expect(201);
		String concert = "/api/v1/concerts/" + registered.text("id");
		assertThat(registered.header("Location")).isEqualTo(concert);
		Answer office = this.admin.get("/api/v1/office/concerts/" + registered.text("id")).expect(200);
		this.admin.put(concert, office.json()).expect(200);
		this.admin.with("If-Match", "\"1\"").put(concert, office.json()).expectProblem(412, "version-conflict");
		this.admin.put(concert, ConcertFixture.body("Walk on", 2)).expect(200);
		this.admin.put(concert, ConcertFixture.body("Walk on", 1)).expectProblem(409, "shows-left-out");
		this.nobody.get("/api/v1/concerts?q=Walk&size=2").expect(200);
		this.nobody.get(concert).expect(200);
		this.nobody.get(concert + "/draw").expect(200);
		await().until(() -> this.nobody.with("If-None-Match", this.nobody.get(concert + "/queue").header("ETag"))
			.get(concert + "/queue")
			.status() == 304);
		String room = "/api/v1/admin/concerts/" + registered.text("id") + "/waiting-room";
		this.admin.get(room).expect(200);
		this.admin.put(room, Map.of("capacity", 50, "admissionsPerSecond", 10.0, "mode", "OPEN")).expect(200);
		Map<String, Object> later = new HashMap<>(ConcertFixture.body("Walk on", 1));
		later.put("salesOpenAt", Instant.now().plusSeconds(3_600).toString());
		this.admin.put(concert, later).expectProblem(409, "opening-is-fixed");
		this.admin.delete(concert).expect(204);
		this.admin.get("/api/v1/admin/reconciliation").expect(200);
	}

	/** Roles, and the trail of what their members changed. */
	private void staff() {
		String path = "/api/v1/office/staff";
		this.admin.get("/api/v1/office/concerts?q=Walk&status=ON_SALE").expect(200);
		this.admin.get(path).expect(200);
		String name = this.audience.member().get("/api/v1/members/me").text("username");
		String role = this.admin.post(path, Map.of("username", name, "role", "OWNER")).expect(201).text("id");
		this.admin.delete(path + "/" + role).expect(204);
		this.jdbc
			.sql("update staff_roles s join members m on m.id = s.member_id set s.concert_id = -1"
					+ " where s.concert_id = 0 and s.role = 'OWNER' and m.username <> ?")
			.param(this.admin.get("/api/v1/members/me").text("username"))
			.update();
		String own = this.jdbc.sql("select id from staff_roles where concert_id = 0 and role = 'OWNER'")
			.query(String.class)
			.single();
		this.admin.delete(path + "/" + own).expectProblem(409, "last-owner");
		this.jdbc.sql("update staff_roles set concert_id = 0 where concert_id = -1").update();
		String order = this.admin.get("/api/v1/office/orders?size=5").expect(200).json().at("/items/0/id").asString();
		this.admin.get("/api/v1/office/orders/" + order).expect(200);
		this.admin.get("/api/v1/office/trail").expect(200);
		this.admin.get("/api/v1/office/trail/verification").expect(200);
	}

	private void orderThatNobodyCanPay() {
		Map<String, Object> dear = new HashMap<>(ConcertFixture.body("Dear walk", 1));
		dear.put("prices", List.of(new PriceBand("S", 1, 50, 6_000_000)));
		long concert = this.admin.post("/api/v1/concerts", dear).expect(201).number("id");
		ApiClient member = this.audience.member().comeIn(concert);
		long show = member.firstShow(concert);
		member.hold(show, 1, 2).expectProblem(409, "total-too-high");
	}

	/** From a place in the queue to a refund. */
	private void booking() {
		long concert = ConcertFixture.onSale(this.programme, 1);
		ApiClient member = this.audience.member();
		member.join(concert).expect(201);
		ApiClient inside = member.comeIn(concert);
		inside.place().expect(200);
		long show = inside.firstShow(concert);
		Answer seats = inside.seats(show).expect(200);
		inside.with("If-None-Match", seats.header("ETag")).seats(show).expect(304);
		ApiClient keyed = inside.with("Idempotency-Key", "walk-hold");
		String reservation = keyed.hold(show, 1, 2).expect(201).text("id");
		keyed.hold(show, 3).expectProblem(422, "idempotency-key-reused");
		inside.hold(show, 2).expectProblem(409, "seat-taken");
		inside.hold(show, 3, 4, 5).expectProblem(409, "seat-limit-exceeded");
		inside.post("/api/v1/reservations", Map.of("showId", show, "seatNumbers", List.of(3), "expectedTotal", 1))
			.expectProblem(409, "price-changed");
		inside.hold(999_999_999, 1).expectProblem(404, "not-found");
		this.admin.delete("/api/v1/concerts/" + concert).expectProblem(409, "concert-has-sales");
		Map<String, Object> dearer = new HashMap<>(ConcertFixture.body("Walk", 1));
		dearer.put("prices", List.of(new PriceBand("S", 1, 50, 200_000)));
		this.admin.put("/api/v1/concerts/" + concert, dearer).expectProblem(409, "concert-has-sales");
		inside.pay(reservation).expectProblem(409, "insufficient-balance");
		inside.charge(500_000).expect(201);
		Stream.generate(() -> inside.charge(1_000_000)).limit(9).forEach((charged) -> charged.expect(201));
		inside.post("/api/v1/payments", Map.of("reservationId", reservation, "topUp", 1_000_000))
			.expectProblem(409, "balance-limit-exceeded");
		inside.pay(UUID.randomUUID().toString()).expectProblem(404, "not-found");
		ApiClient payer = inside.with("Idempotency-Key", "walk-pay");
		String payment = payer.pay(reservation).expect(201).text("id");
		payer.pay(UUID.randomUUID().toString()).expectProblem(422, "idempotency-key-reused");
		inside.pay(reservation).expectProblem(409, "already-paid");
		inside.get("/api/v1/payments").expect(200);
		inside.get("/api/v1/payments/" + payment).expect(200);
		inside.get("/api/v1/reservations?status=CONFIRMED").expect(200);
		inside.get("/api/v1/reservations/" + reservation).expect(200);
		inside.cancel(reservation).expect(200);
		inside.cancel(reservation).expectProblem(409, "not-cancellable");
	}

	/** Tokens that are not for this concert, not for now, or not any more. */
	private void gate() {
		long concert = ConcertFixture.onSale(this.programme, 1);
		ApiClient inside = this.audience.member().comeIn(concert);
		long show = this.catalogue.findShows(concert).get(0).id();
		String reservation = inside.hold(show, 1).expect(201).text("id");
		ApiClient elsewhere = inside.comeIn(ConcertFixture.onSale(this.programme, 1));
		gated(elsewhere, concert, show).forEach((answer) -> answer.expectProblem(403, "queue-token-wrong-concert"));
		elsewhere.pay(reservation).expectProblem(403, "queue-token-wrong-concert");
		inside.join(concert).expect(200);
		inside.leave().expect(204);
		gated(inside, concert, show).forEach((answer) -> answer.expectProblem(410, "queue-token-expired"));
		// a live hold stays payable, but there is nothing to pay it from
		inside.pay(reservation).expectProblem(409, "insufficient-balance");

		Instant soon = Instant.now().plus(10, ChronoUnit.MINUTES);
		long upcoming = this.programme.register(ConcertFixture.draft(soon, 1));
		ApiClient early = inside.queue(upcoming);
		gated(early, upcoming, this.catalogue.findShows(upcoming).get(0).id())
			.forEach((answer) -> answer.expectProblem(403, "sales-not-open"));
		Instant later = Instant.now().plus(10, ChronoUnit.DAYS);
		inside.join(this.programme.register(ConcertFixture.draft(later, 1))).expectProblem(403, "sales-not-open");
	}

	private static List<Answer> gated(ApiClient caller, long concert, long show) {
		return List.of(caller.shows(concert), caller.seats(show), caller.hold(show, 9));
	}

	/** Refusals of requests of a wrong form. */
	private void refusals(String name, JsonNode operation) {
		String method = name.substring(0, name.indexOf(' '));
		String anyId = name.substring(name.indexOf(' ') + 1);
		Set<String> promised = new TreeSet<>(promised());
		boolean office = promised.contains(name + " 403 forbidden");
		JsonNode body = body(operation);
		// a body is looked at where there is something to change
		String path = anyId.replace("{id}",
				(body != null) ? String.valueOf(ConcertFixture.onSale(this.programme, 1)) : "garbage");
		ApiClient member = this.audience.member();
		ApiClient caller = (office ? this.admin : member).withQueueToken(queueToken(member));
		List<Answer> answers = new ArrayList<>();
		answers.add(caller.with("Accept", "image/png").send(method, path, body));
		answers.add(caller.send(method, path + ";x=1", body));
		if (promised.contains(name + " 401 not-authenticated")) {
			answers.add(this.nobody.send(method, path, body));
		}
		if (office) {
			answers.add(member.send(method, path, body));
		}
		if (promised.contains(name + " 401 queue-token-invalid")) {
			answers.add(caller.withQueueToken("forged").send(method, anyId.replace("{id}", "1"), body));
		}
		if (body != null) {
			answers.add(caller.send(method, path, "{}"));
			answers.add(caller.send(method, path, "{"));
			answers.add(caller.with("Content-Type", "text/plain").send(method, path, "x"));
		}
		if (promised.contains(name + " 400 validation-failed") && body == null) {
			answers.add(caller.send(method, path + "?page=-1", null));
		}
		if (anyId.contains("{id}")) {
			answers.add(caller.send(method, anyId.replace("{id}", "garbage"), body));
		}
		assertThat(answers)
			.allSatisfy((answer) -> assertThat(answer.status()).as(answer.request()).isBetween(400, 499));
	}

	private String queueToken(ApiClient member) {
		return member.join(ConcertFixture.onSale(this.programme, 1)).expect(201).text("queueToken");
	}

	/** The example of the operation's body, null if it takes none. */
	private JsonNode body(JsonNode operation) {
		String schema = operation.at("/requestBody/content/application~1json/schema/$ref").asString("");
		return schema.isEmpty() ? null : this.document.json().at(schema.substring(1) + "/examples/0");
	}

}
