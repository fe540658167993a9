package app.frontrow.journey;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
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
import app.frontrow.catalogue.concert.Show;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import app.frontrow.security.totp.TotpAlgorithm;
import app.frontrow.security.totp.TotpSecretCipher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every answer that the OpenAPI document describes comes: each success, and each refusal
 * that one request can provoke. {@link ApiClient} checks the opposite, that the document
 * describes every answer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("database")
class OpenApiWalkIT extends ProductTest {

	/** Codes that need a race, a crowd or an outage; their tests hold them to it too. */
	private static final Set<String> ELSEWHERE = Set.of("temporarily-unavailable", "too-many-requests",
			"request-in-progress", "not-your-turn", "hold-expired", "sold-out");

	@Autowired
	private TotpSecretCipher secrets;

	private ApiClient nobody;

	private ApiClient admin;

	/** An owner who is still to pass the second step. */
	private ApiClient halfway;

	private ApiContract document;

	@BeforeAll
	void read() throws Exception {
		this.nobody = ApiClient.at(this.port);
		this.admin = this.audience.admin();
		this.halfway = this.audience.admin();
		insertFactor(this.halfway);
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
		seatsByHand();
		showsThatFallThrough();
		staff();
		secondFactor();
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
		Map<String, Object> controls = Map.of("capacity", 50, "admissionsPerSecond", 10.0, "mode", "OPEN");
		this.admin.put(room, controls).expect(200);
		this.admin.with("If-Match", "\"1\"").put(room, controls).expectProblem(412, "controls-changed");
		copies("/api/v1/office/concerts/" + registered.text("id") + "/copies");
		this.admin.get("/api/v1/office/concerts/" + registered.text("id") + "/board?from=2026-01-01").expect(200);
		this.admin.get("/api/v1/office/concerts/" + registered.text("id") + "/board?from=x")
			.expectProblem(400, "validation-failed");
		Map<String, Object> later = new HashMap<>(ConcertFixture.body("Walk on", 1));
		later.put("salesOpenAt", Instant.now().plusSeconds(3_600).toString());
		this.admin.put(concert, later).expectProblem(409, "opening-is-fixed");
		this.admin.delete(concert).expect(204);
		this.admin.get("/api/v1/admin/reconciliation").expect(200);
	}

	private void copies(String path) {
		ApiClient keyed = this.admin.with("Idempotency-Key", UUID.randomUUID().toString());
		Answer copy = keyed.post(path, Map.of("title", "Walk again", "firstShowOn", "2099-01-01")).expect(201);
		keyed.post(path, Map.of("title", "Walk again", "firstShowOn", "2099-01-02"))
			.expectProblem(422, "idempotency-key-reused");
		this.admin.delete("/api/v1/concerts/" + copy.text("id")).expect(204);
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
		for (String file : List.of("orders", "tickets", "ledger", "settlement", "queue")) {
			for (String format : List.of(".csv", ".xlsx")) {
				String export = "/api/v1/office/exports/" + file + format;
				this.admin.get(export).expect(200);
				this.admin.get(export + "?from=x").expectProblem(400, "validation-failed");
				this.admin.get(export + "?concertId=999999999").expectProblem(404, "not-found");
			}
		}
		this.admin.get("/api/v1/office/trail/verification").expect(200);
	}

	/** The second factor of the staff. */
	private void secondFactor() {
		ApiClient owner = this.audience.admin();
		String step = "/api/v1/sessions/second-factor";
		owner.post(step, Map.of("code", "123456")).expectProblem(409, "second-factor-missing");
		insertFactor(owner);
		byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
		UUID id = UUID.fromString(owner.get("/api/v1/members/me").text("id"));
		this.jdbc.sql("update staff_factors set totp_secret = ? where member_id = ?")
			.params(this.secrets.encrypt(id, secret), id.toString())
			.update();
		owner.post(step, Map.of("code", TotpAlgorithm.code(secret, Instant.now().getEpochSecond() / 30))).expect(204);
		long role = this.jdbc.sql("select id from staff_roles where member_id = ?")
			.param(id.toString())
			.query(Long.class)
			.single();
		this.admin.delete("/api/v1/office/staff/" + role + "/second-factor").expect(204);
	}

	private void insertFactor(ApiClient member) {
		this.jdbc
			.sql("insert into staff_factors (member_id, generation, totp_secret, changed_at)"
					+ " values (?, 1, 'unreadable', utc_timestamp(6))")
			.param(member.get("/api/v1/members/me").text("id"))
			.update();
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
		String cancellation = "/api/v1/reservations/" + reservation + "/cancellation";
		inside.get(cancellation + "?tickets=1").expect(200);
		inside.get(cancellation + "?tickets=9").expectProblem(409, "tickets-not-refundable");
		inside.delete("/api/v1/reservations/" + reservation + "?tickets=9")
			.expectProblem(409, "tickets-not-refundable");
		inside.get(cancellation + "?tickets=").expectProblem(400, "validation-failed");
		inside.delete("/api/v1/reservations/" + reservation + "?tickets=").expectProblem(400, "validation-failed");
		refunds("/api/v1/office/orders/" + reservation + "/refunds");
		inside.cancel(reservation).expect(200);
		inside.cancel(reservation).expectProblem(409, "not-cancellable");
		inside.get(cancellation).expectProblem(409, "not-cancellable");
		this.admin.post("/api/v1/office/orders/" + reservation + "/refunds", Map.of("all", true, "reason", "Late"))
			.expectProblem(409, "not-cancellable");
	}

	/** The box office refunds one of two tickets. */
	private void refunds(String path) {
		ApiClient keyed = this.admin.with("Idempotency-Key", "walk-refund");
		this.admin.post(path, Map.of("ticketCodes", List.of("NOPE"), "reason", "Walk"))
			.expectProblem(409, "tickets-not-refundable");
		keyed.post(path, Map.of("all", true, "reason", " ")).expectProblem(400, "validation-failed");
		this.admin.with("Content-Type", "text/plain")
			.send("POST", path, "x")
			.expectProblem(415, "unsupported-media-type");
		keyed.post(path, Map.of("ticketCodes", List.of("1"), "reason", "Walk")).expect(201);
		keyed.post(path, Map.of("ticketCodes", List.of("2"), "reason", "Walk"))
			.expectProblem(422, "idempotency-key-reused");
	}

	/** Shows that the staff cancels and moves. */
	private void showsThatFallThrough() {
		long concert = ConcertFixture.onSale(this.programme, 1);
		Show show = this.catalogue.findShows(concert).get(0);
		String path = "/api/v1/office/shows/" + show.id();
		Map<String, Object> move = Map.of("startsAt", show.startsAt().plusSeconds(3_600), "refundUntil",
				show.startsAt(), "reason", "Walk");
		this.admin.post(path + "/cancellation", Map.of("reason", "Walk", "dryRun", true)).expect(200);
		Map<String, Object> preview = new HashMap<>(move);
		preview.put("dryRun", true);
		this.admin.post(path + "/move", preview).expect(200);
		this.admin.post(path + "/move", move).expect(202);
		String job = this.admin.post(path + "/cancellation", Map.of("reason", "Walk")).expect(202).text("id");
		this.admin.get("/api/v1/office/jobs/" + job).expect(200);
		this.admin.post(path + "/move", move).expectProblem(409, "show-not-changeable");
		this.nobody.get("/api/v1/concerts/" + concert).expect(200);
		Show begun = this.catalogue.findShows(ConcertFixture.onSale(this.programme, 1)).get(0);
		this.jdbc.sql("update shows set starts_at = utc_timestamp(6) where id = ?").param(begun.id()).update();
		this.admin.post("/api/v1/office/shows/" + begun.id() + "/cancellation", Map.of("reason", "Walk"))
			.expectProblem(409, "show-not-changeable");
	}

	/** Seats that the staff blocks, gives away and exchanges. */
	private void seatsByHand() {
		long concert = ConcertFixture.onSale(this.programme, 1);
		long show = this.catalogue.findShows(concert).get(0).id();
		String path = "/api/v1/office/shows/" + show;
		String name = this.audience.member().get("/api/v1/members/me").text("username");
		Map<String, Object> block = Map.of("seatNumbers", List.of(1), "reason", "Walk");
		Map<String, Object> gift = Map.of("seatNumbers", List.of(2), "username", name, "reason", "Walk");
		ApiClient keyed = this.admin.with("Idempotency-Key", "walk-seats");
		keyed.post(path + "/blocks", block).expect(201);
		keyed.post(path + "/blocks", Map.of("seatNumbers", List.of(9), "reason", "Walk"))
			.expectProblem(422, "idempotency-key-reused");
		this.admin.post(path + "/blocks", block).expectProblem(409, "seat-taken");
		String order = keyed.post(path + "/complimentary", gift).expect(201).text("/order/id");
		keyed.post(path + "/complimentary", Map.of("seatNumbers", List.of(9), "username", name, "reason", "Walk"))
			.expectProblem(422, "idempotency-key-reused");
		this.admin.post(path + "/complimentary", gift).expectProblem(409, "seat-taken");
		this.admin.delete(path + "/blocks").expectProblem(400, "validation-failed");
		this.admin.delete(path + "/blocks?seatNumbers=1").expect(204);
		String reseat = "/api/v1/office/orders/" + order + "/reseat";
		keyed.post(reseat, Map.of("from", 2, "to", 3, "reason", "Walk")).expect(200);
		keyed.post(reseat, Map.of("from", 2, "to", 4, "reason", "Walk")).expectProblem(422, "idempotency-key-reused");
		this.admin.post(reseat, Map.of("from", 3, "to", 3, "reason", "Walk")).expectProblem(409, "seat-taken");
		this.admin.post(reseat, Map.of("from", 2, "to", 4, "reason", "Walk")).expectProblem(409, "not-reseatable");
		ApiClient fan = this.audience.member().comeIn(concert);
		fan.charge(1_000_000).expect(201);
		String paid = fan.pay(fan.hold(show, 50).expect(201).text("id")).expect(201).text("reservationId");
		this.admin.post("/api/v1/office/orders/" + paid + "/reseat", Map.of("from", 50, "to", 4, "reason", "Walk"))
			.expectProblem(409, "other-grade");
		this.jdbc.sql("update concerts set announced = false where id = ?").param(concert).update();
		this.admin.post(path + "/complimentary", Map.of("seatNumbers", List.of(9), "username", name, "reason", "Walk"))
			.expectProblem(409, "not-announced");
		this.jdbc.sql("update concerts set announced = true where id = ?").param(concert).update();
		this.jdbc.sql("update shows set starts_at = utc_timestamp(6) where id = ?").param(show).update();
		this.jdbc.sql("update reservations set starts_at = utc_timestamp(6) where show_id = ?").param(show).update();
		this.admin.post(path + "/blocks", Map.of("seatNumbers", List.of(9), "reason", "Walk"))
			.expectProblem(409, "show-begun");
		this.admin.post(path + "/complimentary", Map.of("seatNumbers", List.of(9), "username", name, "reason", "Walk"))
			.expectProblem(409, "show-begun");
		this.admin.post(reseat, Map.of("from", 3, "to", 4, "reason", "Walk")).expectProblem(409, "show-begun");
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
		String path = anyId.replace("{id}", (body != null) ? idFor(anyId) : "garbage");
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
			answers.add(this.halfway.send(method, path, body).expectProblem(403, "second-factor-required"));
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
			answers.add(caller.send(method, path + "?page=-1&from=x", null));
		}
		if (anyId.contains("{id}")) {
			answers.add(caller.send(method, anyId.replace("{id}", "garbage"), body));
		}
		assertThat(answers)
			.allSatisfy((answer) -> assertThat(answer.status()).as(answer.request()).isBetween(400, 499));
	}

	private String idFor(String path) {
		return path.contains("/orders/")
				? this.jdbc.sql("select id from reservations limit 1").query(String.class).single()
				: String.valueOf(ConcertFixture.onSale(this.programme, 1));
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
