package app.frontrow.journey;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import app.frontrow.journey.ApiClient.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bad queue tokens at each door that asks for one. One member at a time is let in here,
 * so that others wait.
 */
@TestPropertySource(properties = { "frontrow.queue.capacity=1", "frontrow.queue.admissions-per-second=1000" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadTokenIT extends ProductTest {

	private RefusalCheck refusals;

	private long concert;

	private long show;

	/** Inside, with a held seat. */
	private ApiClient member;

	private String token;

	private String reservation;

	@BeforeAll
	void memberInside() {
		this.concert = ConcertFixture.onSale(this.programme, 1);
		this.member = this.audience.member();
		this.member.charge(500_000).expect(201);
		this.token = this.member.join(this.concert).expect(201).text("queueToken");
		ApiClient inside = this.member.withQueueToken(this.token);
		this.show = inside.firstShow(this.concert);
		this.reservation = inside.hold(this.show, 1).expect(201).text("id");
		this.refusals = new RefusalCheck(this.books, this.concert);
	}

	@ParameterizedTest
	@MethodSource
	void missingOrForeignTokenIsRefusedEverywhere(String bad) {
		ApiClient intruder = this.member.withQueueToken(bad);
		doors(intruder, this.reservation, bad)
			.forEach((door) -> this.refusals.of(401, "queue-token-invalid", door::open));
	}

	@ParameterizedTest
	@MethodSource("forgeries")
	void forgedTokenNeitherShowsNorEndsAPlace(String bad) {
		ApiClient intruder = this.member.withQueueToken(bad);
		this.refusals.of(401, "queue-token-invalid", intruder::place);
		this.refusals.of(401, "queue-token-invalid", () -> intruder.leave());
		assertThat(this.member.withQueueToken(this.token).status()).isEqualTo("ADMITTED");
	}

	Stream<String> missingOrForeignTokenIsRefusedEverywhere() {
		return Stream.concat(forgeries(), Stream.of(this.audience.member().join(this.concert).text("queueToken")));
	}

	/** How tokens are signed and read is tested in {@code QueueTicketSignerTests}. */
	Stream<String> forgeries() {
		String[] parts = this.token.split("\\.");
		String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
		String edited = payload.replaceFirst("\"seq\":\\d+", "\"seq\":0");
		assertThat(edited).isNotEqualTo(payload);
		return Stream.of(null, "garbage", "a.b.c", "x".repeat(5000), parts[0] + "." + encode(edited) + "." + parts[2],
				parts[0] + "." + parts[1] + ".", encode("{\"alg\":\"none\"}") + "." + parts[1] + ".");
	}

	@Test
	void tokenOfAnotherConcertIsRefused() {
		ApiClient elsewhere = this.member.comeIn(ConcertFixture.onSale(this.programme, 1));
		doors(elsewhere, this.reservation)
			.forEach((door) -> this.refusals.of(403, "queue-token-wrong-concert", door::open));
	}

	@Test
	void waitingMemberIsToldTheirPosition() {
		long crowded = ConcertFixture.onSale(this.programme, 1);
		ApiClient payer = this.audience.member().comeIn(crowded);
		long date = payer.firstShow(crowded);
		String held = payer.hold(date, 1).expect(201).text("id");
		payer.charge(500_000).expect(201);
		// out with a hold in hand, and back in at the end of the queue
		payer.leave().expect(204);
		this.audience.member().comeIn(crowded);
		this.audience.member().join(crowded).expect(201);
		Answer again = payer.join(crowded).expect(201);
		assertThat(again.text("status")).isEqualTo("WAITING");
		ApiClient waiting = payer.withQueueToken(again.text("queueToken"));
		RefusalCheck here = this.refusals.in(crowded);
		List<Door> doors = List.of(() -> waiting.shows(crowded), () -> waiting.seats(date),
				() -> waiting.hold(date, 2));
		doors.forEach((door) -> {
			Answer answer = here.of(403, "not-your-turn", door::open);
			assertThat(answer.number("position")).isEqualTo(2);
			assertThat(answer.number("pollAfterMs")).isBetween(1_000L, 36_000L);
			assertThat(answer.text("detail")).contains("2");
		});
		waiting.pay(held).expect(201);
	}

	private List<Door> doors(ApiClient visitor, String reservationId) {
		return List.of(() -> visitor.shows(this.concert), () -> visitor.seats(this.show),
				() -> visitor.hold(this.show, 2), () -> visitor.pay(reservationId));
	}

	/** Paying asks for no token, but refuses a bad one. */
	private List<Door> doors(ApiClient visitor, String reservationId, String token) {
		List<Door> doors = doors(visitor, reservationId);
		return (token != null) ? doors : doors.subList(0, 3);
	}

	private static String encode(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	/** A request that needs a turn. */
	private interface Door {

		Answer open();

	}

}
