package app.frontrow.journey;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Programme;
import app.frontrow.journey.ApiClient.Answer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Queue tokens that open nothing, at each door that asks for one. One member at a time is
 * let in here, so that others wait.
 */
@RunningProduct
@TestPropertySource(properties = { "frontrow.queue.capacity=1", "frontrow.queue.admissions-per-second=1000" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadTokenIT {

	private Audience audience;

	private Programme programme;

	private Refusals refusals;

	private long concert;

	private long show;

	/** Inside, with a held seat. */
	private ApiClient member;

	private String token;

	private String reservation;

	@BeforeAll
	void aMemberInside(@LocalServerPort int port, @Autowired Programme programme, @Autowired JdbcClient jdbc) {
		this.audience = new Audience(jdbc, port);
		this.programme = programme;
		this.concert = Concerts.onSale(programme, 1);
		this.member = this.audience.member();
		this.member.charge(500_000).expect(201);
		this.token = this.member.join(this.concert).expect(201).text("queueToken");
		ApiClient inside = this.member.withQueueToken(this.token);
		this.show = inside.get("/api/v1/concerts/" + this.concert + "/shows").expect(200).number("/0/id");
		this.reservation = inside.hold(this.show, 1).expect(201).text("id");
		this.refusals = new Refusals(new Books(jdbc), this.concert);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void aTokenThatIsNotOnesOwnOpensNoDoor(String what, String bad) {
		ApiClient intruder = this.member.withQueueToken(bad);
		doors(intruder, this.reservation, bad)
			.forEach((door) -> this.refusals.of(401, "queue-token-invalid", door::open));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("forgeries")
	void aForgedTokenShowsAndEndsNoPlace(String what, String bad) {
		ApiClient intruder = this.member.withQueueToken(bad);
		this.refusals.of(401, "queue-token-invalid", intruder::place);
		this.refusals.of(401, "queue-token-invalid", () -> intruder.delete("/api/v1/queue-tokens/current"));
		assertThat(this.member.withQueueToken(this.token).place().expect(200).text("status")).isEqualTo("ADMITTED");
	}

	Stream<String[]> aTokenThatIsNotOnesOwnOpensNoDoor() throws JOSEException {
		String others = this.audience.member().join(this.concert).expect(201).text("queueToken");
		return Stream.concat(forgeries(), Stream.of(new String[][] { { "another member's", others } }));
	}

	Stream<String[]> forgeries() throws JOSEException {
		String[] parts = this.token.split("\\.");
		String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
		String edited = payload.replaceFirst("\"seq\":\\d+", "\"seq\":0");
		assertThat(edited).isNotEqualTo(payload);
		byte[] key = Base64.getDecoder().decode(RunningProduct.TOKEN_KEY);
		byte[] otherKey = "a key that nobody gave to anybody".getBytes(StandardCharsets.UTF_8);
		byte[] longKey = new byte[48];
		System.arraycopy(key, 0, longKey, 0, key.length);
		return Stream.of(new String[][] { { "none", null }, { "garbage", "garbage" }, { "three words", "a.b.c" },
				{ "dots", ".." }, { "brackets", "{}.{}.{}" }, { "too long", "x".repeat(5000) },
				{ "edited", parts[0] + "." + encode(edited) + "." + parts[2] },
				{ "unsigned", parts[0] + "." + parts[1] + "." },
				{ "algorithm none", encode("{\"alg\":\"none\"}") + "." + parts[1] + "." },
				{ "algorithm none, signed", encode("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2] },
				{ "another key", sign(JWSAlgorithm.HS256, payload, otherKey) },
				{ "another algorithm", sign(JWSAlgorithm.HS384, payload, longKey) },
				{ "signed, but no ticket", sign(JWSAlgorithm.HS256, "{\"sub\":\"x\"}", key) },
				{ "signed, but no JSON", sign(JWSAlgorithm.HS256, "x", key) } });
	}

	@Test
	void aGoodTokenOpensTheDoor() {
		ApiClient inside = this.member.withQueueToken(this.token);
		inside.get("/api/v1/concerts/" + this.concert + "/shows").expect(200);
		inside.get("/api/v1/shows/" + this.show + "/seats").expect(200);
	}

	@Test
	void aTokenOfAnotherConcertOpensNoDoor() {
		ApiClient elsewhere = this.member.comeIn(Concerts.onSale(this.programme, 1));
		doors(elsewhere, this.reservation)
			.forEach((door) -> this.refusals.of(403, "queue-token-wrong-concert", door::open));
	}

	@Test
	void whoStillWaitsIsToldWhereTheyStand() {
		long crowded = Concerts.onSale(this.programme, 1);
		ApiClient payer = this.audience.member().comeIn(crowded);
		long date = payer.get("/api/v1/concerts/" + crowded + "/shows").number("/0/id");
		String held = payer.hold(date, 1).expect(201).text("id");
		payer.charge(500_000).expect(201);
		// out with a hold in hand, and back in at the end of the queue
		payer.delete("/api/v1/queue-tokens/current").expect(204);
		this.audience.member().comeIn(crowded);
		this.audience.member().join(crowded).expect(201);
		Answer again = payer.join(crowded).expect(201);
		assertThat(again.text("status")).isEqualTo("WAITING");
		ApiClient waiting = payer.withQueueToken(again.text("queueToken"));
		Refusals here = this.refusals.in(crowded);
		List<Door> doors = List.of(() -> waiting.get("/api/v1/concerts/" + crowded + "/shows"),
				() -> waiting.get("/api/v1/shows/" + date + "/seats"), () -> waiting.hold(date, 2));
		doors.forEach((door) -> {
			Answer answer = here.of(403, "not-your-turn", door::open);
			assertThat(answer.number("position")).isEqualTo(2);
			assertThat(answer.number("pollAfterMs")).isBetween(1_000L, 36_000L);
			assertThat(answer.text("detail")).contains("2");
		});
		waiting.pay(held).expect(201);
	}

	@Test
	void liveHoldIsPayableWithoutAToken() {
		ApiClient payer = this.audience.member();
		payer.charge(500_000).expect(201);
		ApiClient inside = payer.comeIn(Concerts.onSale(this.programme, 1));
		long date = inside.get("/api/v1/concerts/" + inside.place().number("concertId") + "/shows").number("/0/id");
		String held = inside.hold(date, 9).expect(201).text("id");

		payer.withQueueToken(null).pay(held).expect(201);
		payer.withQueueToken(null).pay(held).expectProblem(409, "already-paid");
	}

	private List<Door> doors(ApiClient visitor, String reservationId) {
		return List.of(() -> visitor.get("/api/v1/concerts/" + this.concert + "/shows"),
				() -> visitor.get("/api/v1/shows/" + this.show + "/seats"), () -> visitor.hold(this.show, 2),
				() -> visitor.pay(reservationId));
	}

	/** Paying asks for no token, but refuses a bad one. */
	private List<Door> doors(ApiClient visitor, String reservationId, String token) {
		List<Door> doors = doors(visitor, reservationId);
		return (token != null) ? doors : doors.subList(0, 3);
	}

	private static String encode(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String sign(JWSAlgorithm algorithm, String payload, byte[] key) throws JOSEException {
		JWSObject forged = new JWSObject(new JWSHeader(algorithm), new Payload(payload));
		forged.sign(new MACSigner(key));
		return forged.serialize();
	}

	/** A request that needs a turn. */
	private interface Door {

		Answer open();

	}

}
