package app.frontrow.waitingroom;

import java.time.Duration;
import java.util.UUID;

import app.frontrow.stores.OnRealStores;
import app.frontrow.waitingroom.QueueStore.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;

import static app.frontrow.waitingroom.PlaceStatus.ADMITTED;
import static app.frontrow.waitingroom.PlaceStatus.COMPLETED;
import static app.frontrow.waitingroom.PlaceStatus.EXPIRED;
import static app.frontrow.waitingroom.PlaceStatus.LEFT;
import static app.frontrow.waitingroom.PlaceStatus.SOLD_OUT;
import static app.frontrow.waitingroom.PlaceStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How places and passes end. Nobody waits here: Redis is told that things happened
 * earlier.
 */
@SpringBootTest(classes = TestQueue.Client.class)
@OnRealStores
class QueueEndsIT {

	private static final long PASS = Duration.ofMinutes(5).toMillis();

	private static final long CLAIM = Duration.ofSeconds(30).toMillis();

	private static final long ABSENCE = Duration.ofSeconds(90).toMillis();

	private static final long HOUR = Duration.ofHours(1).toMillis();

	@Autowired
	private StringRedisTemplate redis;

	private TestQueue queue;

	@BeforeEach
	void roomForThree() {
		this.queue = new TestQueue(this.redis, TestQueue.PATIENT);
	}

	@AfterEach
	void forget() {
		this.queue.forget();
	}

	@Test
	void admittedMemberMustComeInWithinTheClaim() {
		this.queue.join(5);
		this.queue.finish(0, LEFT);
		assertThat(endOf(3) - this.queue.now()).isBetween(CLAIM - 5_000, CLAIM);

		this.queue.date("a", this.queue.member(3), this.queue.now() - 1);
		this.queue.step();

		assertThat(this.queue.look(3).status()).isEqualTo(EXPIRED);
		assertThat(this.queue.look(4).status()).isEqualTo(ADMITTED);
	}

	@Test
	void askingIsComingIn() {
		this.queue.join(4);
		this.queue.finish(0, LEFT);

		Place inside = this.queue.look(3);

		assertThat(inside.status()).isEqualTo(ADMITTED);
		assertThat(inside.endsAt()).isEqualTo(inside.admittedAt() + PASS).isEqualTo(endOf(3));
	}

	@Test
	void passDoesNotGrowByAsking() {
		Place first = this.queue.join(1).get(0);

		Place later = this.queue.look(0);

		assertThat(later.admittedAt()).isEqualTo(first.admittedAt());
		assertThat(later.endsAt()).isEqualTo(first.admittedAt() + PASS);
	}

	@Test
	void passEndsAndTheNextComesIn() {
		this.queue.join(4);
		this.queue.date("a", this.queue.member(1), this.queue.now());

		assertThat(this.queue.look(3).status()).isEqualTo(ADMITTED);
		assertThat(this.queue.look(1).status()).isEqualTo(EXPIRED);
	}

	@Test
	void waiterWhoDoesNotAskIsPassedOver() {
		this.queue.join(6);
		this.queue.date("hb", this.queue.member(3), this.queue.now() - ABSENCE);
		this.queue.date("hb", this.queue.member(4), this.queue.now() - ABSENCE + 10_000);

		this.queue.finish(0, LEFT);

		assertThat(this.queue.look(3).status()).isEqualTo(EXPIRED);
		assertThat(this.queue.look(4).status()).isEqualTo(ADMITTED);
		assertThat(this.queue.look(5).rank()).isZero();
	}

	@Test
	void waiterWhoAsksInTimeKeepsThePlace() {
		this.queue.join(5);
		this.queue.date("hb", this.queue.member(3), this.queue.now() - ABSENCE + 10_000);

		assertThat(this.queue.look(3).status()).isEqualTo(WAITING);

		assertThat(this.redis.opsForZSet().score(this.queue.key("hb"), this.queue.member(3).toString()))
			.isBetween(this.queue.now() - 10_000.0, (double) this.queue.now());
	}

	@Test
	void nobodyIsPassedOverForATimeWhenNobodyCouldAsk() {
		this.queue.join(5);
		this.queue.date("hb", this.queue.member(3), this.queue.now() - ABSENCE);
		this.queue.date("hb", this.queue.member(4), this.queue.now() - ABSENCE);
		this.redis.opsForHash().put(this.queue.key("m"), "stepped", String.valueOf(this.queue.now() - ABSENCE));

		assertThat(this.queue.step()).containsExactly(2L, 3L);
		assertThat(this.queue.step()).containsExactly(2L, 3L);
		assertThat(this.queue.look(4).rank()).isEqualTo(1);

		// all that time later, who has not asked since is passed over
		this.redis.opsForHash().put(this.queue.key("m"), "excused", String.valueOf(this.queue.now()));
		assertThat(this.queue.step()).containsExactly(1L, 3L);
		assertThat(this.queue.look(4).rank()).isZero();
	}

	@Test
	void absentCrowdIsClearedAwayInBatches() {
		this.queue.join(253);
		for (int i = 3; i < 253; i++) {
			this.queue.date("hb", this.queue.member(i), 1);
		}

		assertThat(this.queue.step()).containsExactly(50L, 3L);
		assertThat(this.queue.step()).containsExactly(0L, 3L);
	}

	@Test
	void howAPlaceEndedIsRememberedForAnHour() {
		this.queue.join(2);
		this.queue.finish(0, COMPLETED);
		assertThat(this.redis.opsForZSet().score(this.queue.key("te"), "1"))
			.isBetween(this.queue.now() + HOUR - 5_000.0, (double) this.queue.now() + HOUR);

		this.queue.date("te", 1, this.queue.now() + 10_000);
		assertThat(this.queue.look(0).status()).isEqualTo(COMPLETED);
		this.queue.date("te", 1, this.queue.now());
		assertThat(this.queue.look(0).status()).isEqualTo(EXPIRED);
		assertThat(this.redis.opsForHash().size(this.queue.key("t"))).isZero();
	}

	@Test
	void endedPlaceEndsOnlyOnce() {
		this.queue.join(1);

		assertThat(this.queue.finish(0, LEFT)).isEqualTo(LEFT);
		assertThat(this.queue.finish(0, EXPIRED)).isEqualTo(LEFT);
	}

	@Test
	void whoHasPaidHasCompletedWhateverCameFirst() {
		this.queue.join(1);
		this.queue.finish(0, EXPIRED);

		assertThat(this.queue.finish(0, COMPLETED)).isEqualTo(COMPLETED);
		assertThat(this.queue.look(0).status()).isEqualTo(COMPLETED);
	}

	@Test
	void placeThatNeverWasHasExpired() {
		assertThat(this.queue.store.finish(this.queue.concert, UUID.randomUUID(), 9, LEFT, 1)).isEqualTo(EXPIRED);
	}

	@Test
	void passLastsAsLongAsALaterHoldAndNoShorterThanItself() {
		long admitted = this.queue.join(1).get(0).admittedAt();

		this.queue.extend(0, admitted + 2 * PASS);
		assertThat(this.queue.look(0).endsAt()).isEqualTo(admitted + 2 * PASS);
		this.queue.extend(0, admitted + 1);
		assertThat(this.queue.look(0).endsAt()).isEqualTo(admitted + PASS);
		this.queue.extend(0, admitted + 3 * PASS);
		this.queue.extend(0, 0);
		assertThat(this.queue.look(0).endsAt()).isEqualTo(admitted + PASS);
	}

	@Test
	void holdWithoutAPassProlongsNothing() {
		this.queue.join(4);
		this.queue.extend(3, this.queue.now() + 2 * PASS);
		assertThat(this.queue.look(3).status()).isEqualTo(WAITING);

		this.queue.finish(0, COMPLETED);
		this.queue.extend(0, this.queue.now() + 2 * PASS);
		assertThat(this.queue.look(0).status()).isEqualTo(COMPLETED);

		Place again = this.queue.join(this.queue.member(0));
		this.queue.extend(0, this.queue.now() + 2 * PASS);
		assertThat(again.status()).isEqualTo(WAITING);
		assertThat(this.queue.inside()).isEqualTo(3);
	}

	@Test
	void noMoreAreLetInThanThereAreSeats() {
		this.queue.seatsLeft = 2;
		this.queue.join(4);

		assertThat(this.queue.step()).containsExactly(2L, 2L);
	}

	@Test
	void lastSeatEndsEveryPlace() {
		this.queue.join(5);
		this.queue.seatsLeft = 0;

		assertThat(this.queue.step()).containsExactly(0L, 0L);
		assertThat(this.queue.look(0).status()).isEqualTo(SOLD_OUT);
		assertThat(this.queue.look(4).status()).isEqualTo(SOLD_OUT);
	}

	@Test
	void ticketOfAnotherLifeOfTheQueueHasExpired() {
		Place place = this.queue.join(1).get(0);
		Ticket own = this.queue.ticket(this.queue.member(0), place);
		Ticket other = new Ticket(own.concertId(), own.memberId(), "otherlif", own.seq(), own.issuedAt());

		assertThat(this.queue.store.look(other, 1).status()).isEqualTo(EXPIRED);
		assertThat(this.queue.store.look(own, 1).status()).isEqualTo(ADMITTED);
	}

	private long endOf(int index) {
		return this.redis.opsForZSet().score(this.queue.key("a"), this.queue.member(index).toString()).longValue();
	}

}
