package app.frontrow.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/**
 * The turn of a member and its holds.
 */
@Tag("database")
class HoldsWithinTurnIT extends ProductTest {

	@Autowired
	private StringRedisTemplate redis;

	private RefusalCheck refusals;

	private long concert;

	private ApiClient member;

	private long show;

	@BeforeEach
	void memberInside() {
		comeIn(ConcertFixture.onSale(this.programme, 1));
		this.refusals = new RefusalCheck(this.books, this.concert);
	}

	@Test
	@ProvesRule(rule = "A hold ends at the latest one hold after the own time of its pass",
			guard = "HoldRules.calculateEnd", brokenBy = "leaving out ownTime")
	void repeatedHoldsEndOneHoldAfterThePass() {
		String first = this.member.hold(this.show, 1, 2).expect(201).text("id");
		// five minutes and four of the five of a hold are over
		Instant admitted = Instant.now().minus(Duration.ofMinutes(9));
		cameInAt(admitted);

		Answer second = this.member.hold(this.show, 3, 4).expect(201);
		this.member.cancel(first).expect(200);
		Answer third = this.member.hold(this.show, 1, 2).expect(201);

		List.of(second, third)
			.forEach((hold) -> assertThat(Instant.parse(hold.text("heldUntil")))
				.isCloseTo(admitted.plus(Duration.ofMinutes(10)), within(Duration.ofSeconds(2))));
		assertThat(Instant.parse(this.member.place().text("expiresAt")))
			.isBeforeOrEqualTo(admitted.plus(Duration.ofMinutes(10)).plusSeconds(2));
		// without a hold the turn is over at once
		this.member.cancel(second.text("id")).expect(200);
		this.member.cancel(third.text("id")).expect(200);
		this.member.hold(this.show, 1).expectProblem(410, "queue-token-expired");
	}

	@Test
	@ProvesRule(rule = "A pass goes on until the last hold is paid", guard = "CheckoutService.pay",
			brokenBy = "leaving out holdsMore")
	void turnGoesOnUntilTheLastHoldIsPaid() {
		this.member.charge(1_000_000).expect(201);
		String first = this.member.hold(this.show, 1, 2).expect(201).text("id");
		String second = this.member.hold(this.show, 3, 4).expect(201).text("id");

		this.member.pay(first).expect(201);
		assertThat(this.member.status()).isEqualTo("ADMITTED");
		this.member.pay(second).expect(201);

		assertThat(this.member.status()).isEqualTo("COMPLETED");
	}

	@Test
	@ProvesRule(rule = "A pass that paid something ends when the last hold is given up",
			guard = "PassUpdateService.followReservations", brokenBy = "leaving out complete")
	void turnEndsWhenTheLastHoldIsCancelled() {
		this.member.charge(1_000_000).expect(201);
		String first = this.member.hold(this.show, 1).expect(201).text("id");
		String second = this.member.hold(this.show, 2).expect(201).text("id");
		this.member.pay(first).expect(201);

		this.member.cancel(second).expect(200);

		assertThat(this.member.status()).isEqualTo("COMPLETED");
	}

	@Test
	void twoHoldsPaidAtOnceEndTheTurn() {
		this.member.charge(1_000_000).expect(201);
		List<String> holds = List.of(this.member.hold(this.show, 1).expect(201).text("id"),
				this.member.hold(this.show, 2).expect(201).text("id"));

		List<Answer> paid = ConcurrentRunner
			.rush(holds.stream().map((hold) -> ConcurrentRunner.task(() -> this.member.pay(hold))).toList());

		assertThat(paid).extracting(Answer::status).containsOnly(201);
		await().until(() -> this.member.status().equals("COMPLETED"));
	}

	@Test
	void holdIsPaidFromAnotherDeviceWithoutItsToken() {
		this.member.charge(1_000_000).expect(201);
		String hold = this.member.hold(this.show, 1).expect(201).text("id");

		this.member.withQueueToken(null).pay(hold).expect(201);

		assertThat(this.member.status()).isEqualTo("COMPLETED");
	}

	@Test
	@ProvesRule(rule = "A hold ends at the latest when its show begins", guard = "HoldRules.calculateEnd",
			brokenBy = "leaving out startsAt")
	void holdEndsWhenItsShowBegins() {
		Instant begins = Instant.now().plusSeconds(120);
		comeIn(this.programme.register(concert(begins, 90_000)));
		this.member.charge(1_000_000).expect(201);
		Answer hold = this.member.hold(this.show, 1).expect(201);
		assertThat(Instant.parse(hold.text("heldUntil"))).isCloseTo(begins, within(Duration.ofMillis(1)));

		this.jdbc.sql("update reservations set held_until = utc_timestamp(6) - interval 1 microsecond where id = ?")
			.param(hold.text("id"))
			.update();

		this.member.pay(hold.text("id")).expectProblem(410, "hold-expired");
		assertThat(this.member.balance()).isEqualTo(1_000_000);
	}

	@Test
	@ProvesRule(rule = "An order that no balance can pay is not held", guard = "HoldOperationFactory",
			brokenBy = "leaving out requirePayable")
	void orderThatNoBalanceCanPayIsNotHeld() {
		comeIn(this.programme.register(concert(Instant.now().plus(Duration.ofDays(30)), 6_000_000)));

		Answer refused = this.refusals.in(this.concert)
			.of(409, "total-too-high", () -> this.member.hold(this.show, 1, 2));

		assertThat(refused.number("total")).isEqualTo(12_000_000);
		assertThat(refused.number("limit")).isEqualTo(10_000_000);
		this.member.hold(this.show, 1).expect(201);
	}

	@Test
	@ProvesRule(rule = "Seats cost what the member was shown", guard = "SeatHoldService.prepare",
			brokenBy = "leaving out requireExpectedTotal")
	void dearerSeatsAreNotHeld() {
		Instant starts = Instant.now().plus(Duration.ofDays(30));
		comeIn(this.programme.register(concert(starts, 2_000)));
		Map<String, Object> shown = Map.of("showId", this.show, "seatNumbers", List.of(1, 2), "expectedTotal", 4_000);
		this.programme.change(this.concert, concert(starts, 18_000), Set.of());

		Answer refused = this.refusals.in(this.concert)
			.of(409, "price-changed", () -> this.member.post("/api/v1/reservations", shown));

		assertThat(refused.number("expectedTotal")).isEqualTo(4_000);
		assertThat(refused.number("total")).isEqualTo(36_000);
		this.member.hold(this.show, 1, 2).expect(201);
	}

	private void comeIn(long concert) {
		this.concert = concert;
		this.member = this.audience.member().comeIn(concert);
		this.show = this.member.firstShow(concert);
	}

	private static ConcertDraft concert(Instant starts, long price) {
		return new ConcertDraft("Short night", "Band", "Hall", "", Instant.now().minusSeconds(3_600), List.of(starts),
				List.of(new PriceBand("R", 1, 50, price)));
	}

	/** Makes the waiting room believe that the member came in at this time. */
	private void cameInAt(Instant time) {
		String passes = "{q:" + this.concert + "}:passes";
		Map<String, String> inside = this.redis.<String, String>opsForHash().entries(passes);
		assertThat(inside).hasSize(1);
		inside.forEach((id, pass) -> this.redis.opsForHash()
			.put(passes, id, time.toEpochMilli() + pass.substring(pass.indexOf(':'))));
	}

}
