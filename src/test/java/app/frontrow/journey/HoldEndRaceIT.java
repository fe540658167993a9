package app.frontrow.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * At the end of a hold its member pays, others take the seats over, and the sweeper frees
 * them. A seat goes to one of them, and money moves only for a seat.
 */
@TestPropertySource(properties = "frontrow.reservations.hold=5s")
class HoldEndRaceIT extends RaceTest {

	private static final int SEATS = 40;

	private long concert;

	private long show;

	@BeforeEach
	void showOnSale() {
		this.concert = ConcertFixture.onSale(this.programme, 4);
		this.show = this.catalogue.findShows(this.concert).get(0).id();
	}

	@Test
	@ProvesRule(rule = "The sweeper does not free sold seats", guard = "ReservationReader.lockExpiredHolds",
			brokenBy = "leaving out the status")
	void seatIsPaidInTimeOrTakenOver() {
		List<ApiClient> owners = this.audience.inside(SEATS, this.concert);
		List<ApiClient> rivals = this.audience.inside(SEATS, this.concert);
		owners.forEach((owner) -> owner.charge(150_000).expect(201));
		List<Answer> holds = ConcurrentRunner.call(8,
				IntStream.range(0, SEATS)
					.mapToObj((i) -> ConcurrentRunner.task(() -> owners.get(i).hold(this.show, i + 1).expect(201)))
					.toList());
		List<Callable<Answer>> moves = new ArrayList<>();
		for (int i = 0; i < SEATS; i++) {
			int seat = i + 1;
			ApiClient owner = owners.get(i);
			ApiClient rival = rivals.get(i);
			Answer held = holds.get(i);
			Instant end = end(held);
			// the last ones at once, in time on however busy a machine
			Instant moment = (i < SEATS - 5) ? end.plusMillis((SEATS / 4 - i) * 10L) : Instant.now();
			AtomicBoolean decided = new AtomicBoolean();
			moves.add(() -> {
				try {
					return at(moment, () -> owner.pay(held.text("id")));
				}
				finally {
					decided.set(true);
				}
			});
			moves.add(() -> at(end.minusMillis(50), () -> insist(rival, seat, decided)));
		}
		List<Answer> answers = ConcurrentRunner.rush(moves);
		int paid = 0;
		for (int i = 0; i < SEATS; i++) {
			Answer payment = answers.get(2 * i);
			Answer takeover = answers.get(2 * i + 1);
			boolean isPaid = payment.status() == 201;
			paid += isPaid ? 1 : 0;
			assertThat(payment.status()).as(payment.response().body()).isIn(201, 410);
			assertThat(takeover.status()).as("seat " + (i + 1) + ", paid: " + isPaid).isEqualTo(isPaid ? 409 : 201);
			assertThat(owners.get(i).balance()).isEqualTo(isPaid ? 150_000 - payment.number("amount") : 150_000);
		}
		assertThat(paid).as("some in time, some too late").isBetween(1, SEATS - 1);
		assertThat(this.books.count("seats where show_id = ? and status = 'SOLD'", this.show)).isEqualTo(paid);
		// those not paid, and their seats' second holds
		long runOut = 2L * (SEATS - paid);
		await().until(() -> this.books.count("reservations where concert_id = ? and status = 'EXPIRED'",
				this.concert) == runOut);
	}

	@Test
	void holdsThatExpireTogetherAreAllSweptAndTheirPassesEnd() {
		List<ApiClient> owners = this.audience.inside(SEATS, this.concert);
		ConcurrentRunner.rush(IntStream.range(0, SEATS)
			.mapToObj((i) -> ConcurrentRunner.task(() -> owners.get(i).hold(this.show, i + 1).expect(201)))
			.toList());
		await().until(() -> this.books.count("seats where show_id = ? and status = 'AVAILABLE'", this.show) == 50);
		assertThat(this.books.count("reservations where concert_id = ? and status = 'EXPIRED'", this.concert))
			.isEqualTo(SEATS);
		await().until(() -> this.books.count("payments p join reservations r on r.id = p.reservation_id"
				+ " where r.concert_id = ? and p.status = 'CANCELLED'", this.concert) == SEATS);
		await().until(() -> owners.stream().allMatch((owner) -> owner.status().equals("EXPIRED")));
		owners.get(0).hold(this.show, 1).expectProblem(410, "queue-token-expired");
		owners.get(0).comeIn(this.concert).hold(this.show, 1).expect(201);
	}

	/** Asks for the seat until it is held, and once more after it is paid or not. */
	private Answer insist(ApiClient member, int seat, AtomicBoolean decided) {
		boolean last;
		Answer answer;
		do {
			last = decided.get();
			answer = member.hold(this.show, seat);
		}
		while (answer.status() == 409 && !last);
		return answer;
	}

	private static Instant end(Answer held) {
		return Instant.parse(held.text("heldUntil"));
	}

	private static Answer at(Instant moment, Callable<Answer> request) throws Exception {
		LockSupport
			.parkNanos(Math.max(0, TimeUnit.MILLISECONDS.toNanos(Duration.between(Instant.now(), moment).toMillis())));
		return request.call();
	}

}
