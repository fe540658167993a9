package app.frontrow.waitingroom.redis;

import java.time.Duration;
import java.util.UUID;

import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.OnRealStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;

import static app.frontrow.waitingroom.place.PlaceStatus.ADMITTED;
import static app.frontrow.waitingroom.place.PlaceStatus.COMPLETED;
import static app.frontrow.waitingroom.place.PlaceStatus.EXPIRED;
import static app.frontrow.waitingroom.place.PlaceStatus.LEFT;
import static app.frontrow.waitingroom.place.PlaceStatus.SOLD_OUT;
import static app.frontrow.waitingroom.place.PlaceStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How places and passes end. The tests do not wait, but change times in Redis.
 */
@SpringBootTest(classes = QueueFixture.Client.class)
@OnRealStores
class QueueEndsIT {

	private static final long PASS = Duration.ofMinutes(5).toMillis();

	private static final long CLAIM = Duration.ofSeconds(30).toMillis();

	private static final long ABSENCE = Duration.ofSeconds(90).toMillis();

	private static final long HOUR = Duration.ofHours(1).toMillis();

	@Autowired
	private StringRedisTemplate redis;

	private QueueFixture queue;

	@BeforeEach
	void roomForThree() {
		this.queue = new QueueFixture(this.redis, QueueFixture.PATIENT);
	}

	@AfterEach
	void forget() {
		this.queue.forget();
	}

	@Test
	@ProvesRule(rule = "A pass begins as a short lease", guard = "admission.lua:admit",
			brokenBy = "giving the whole pass at once")
	void admittedMemberMustPollWithinTheClaimTime() {
		this.queue.join(5);
		this.queue.finish(0, LEFT);
		assertThat(endOf(3) - this.queue.now()).isBetween(CLAIM - 5_000, CLAIM);

		this.queue.date("inside", this.queue.member(3), this.queue.now() - 1);
		this.queue.step();

		assertThat(this.queue.look(3).placeStatus()).isEqualTo(EXPIRED);
		assertThat(this.queue.look(4).placeStatus()).isEqualTo(ADMITTED);
	}

	@Test
	@ProvesRule(rule = "Redis says once for each admission that a pass was given out", guard = "look.lua:claim_pass",
			brokenBy = "saying so in each answer")
	void passIsGivenOutByOneAnswer() {
		this.queue.join(4);
		this.queue.finish(0, LEFT);

		assertThat(this.queue.look(3)).matches((answer) -> answer.placeStatus() == ADMITTED && answer.claimedNow());
		assertThat(this.queue.look(3)).matches((answer) -> answer.placeStatus() == ADMITTED && !answer.claimedNow());
	}

	@Test
	@ProvesRule(rule = "The lease of an admitted member begins anew after an outage",
			guard = "admission.lua:prolong_leases", brokenBy = "leaving out the call")
	void claimLeaseIsRestartedAfterAnOutage() {
		this.queue.join(4);
		this.queue.finish(0, LEFT);
		this.queue.date("inside", this.queue.member(1), this.queue.now() - 1);
		this.queue.date("inside", this.queue.member(3), this.queue.now() - 1);
		this.queue.put("last_step_at", this.queue.now() - 10_000);

		this.queue.step();

		assertThat(endOf(3) - this.queue.now()).isBetween(CLAIM - 5_000, CLAIM);
		assertThat(this.queue.look(3).placeStatus()).isEqualTo(ADMITTED);
		assertThat(this.queue.look(1).placeStatus()).as("a pass that was claimed, and is over").isEqualTo(EXPIRED);
	}

	@Test
	@ProvesRule(rule = "A member who asks turns the lease into a pass", guard = "look.lua:inside",
			brokenBy = "leaving out the claim")
	void firstPollClaimsThePass() {
		this.queue.join(4);
		this.queue.finish(0, LEFT);

		PlaceScriptResult inside = this.queue.look(3);

		assertThat(inside.placeStatus()).isEqualTo(ADMITTED);
		assertThat(inside.passEndsAt()).isEqualTo(inside.admittedAt() + PASS).isEqualTo(endOf(3));
	}

	@Test
	void pollDoesNotProlongThePass() {
		PlaceScriptResult first = this.queue.join(1).get(0);

		PlaceScriptResult later = this.queue.look(0);

		assertThat(later.admittedAt()).isEqualTo(first.admittedAt());
		assertThat(later.passEndsAt()).isEqualTo(first.admittedAt() + PASS);
	}

	@Test
	@ProvesRule(rule = "A pass ends by time", guard = "queue.lua:step",
			brokenBy = "leaving out the end of passes that are over")
	void expiredPassAdmitsTheNext() {
		this.queue.join(4);
		this.queue.date("inside", this.queue.member(1), this.queue.now());

		assertThat(this.queue.look(3).placeStatus()).isEqualTo(ADMITTED);
		assertThat(this.queue.look(1).placeStatus()).isEqualTo(EXPIRED);
	}

	@Test
	@ProvesRule(rule = "A member who has not asked for long is passed over", guard = "queue.lua:step",
			brokenBy = "leaving out the end of those who did not ask")
	void absentMemberIsSkipped() {
		this.queue.join(6);
		this.queue.date("last_seen", this.queue.member(3), this.queue.now() - ABSENCE);
		this.queue.date("last_seen", this.queue.member(4), this.queue.now() - ABSENCE + 10_000);

		this.queue.finish(0, LEFT);

		assertThat(this.queue.look(3).placeStatus()).isEqualTo(EXPIRED);
		assertThat(this.queue.look(4).placeStatus()).isEqualTo(ADMITTED);
		assertThat(this.queue.look(5).peopleAhead()).isZero();
	}

	@Test
	void pollingMemberKeepsThePlace() {
		this.queue.join(5);
		this.queue.date("last_seen", this.queue.member(3), this.queue.now() - ABSENCE + 10_000);

		assertThat(this.queue.look(3).placeStatus()).isEqualTo(WAITING);

		assertThat(this.redis.opsForZSet().score(this.queue.key("last_seen"), this.queue.member(3).toString()))
			.isBetween(this.queue.now() - 10_000.0, (double) this.queue.now());
	}

	@Test
	@ProvesRule(rule = "Nobody is passed over for a time in which nobody could ask",
			guard = "admission.lua:absence_counts", brokenBy = "leaving out absence_ignored_until")
	void outageSkipsNobody() {
		this.queue.join(5);
		this.queue.date("last_seen", this.queue.member(3), this.queue.now() - ABSENCE);
		this.queue.date("last_seen", this.queue.member(4), this.queue.now() - ABSENCE);
		this.queue.put("last_step_at", this.queue.now() - ABSENCE);

		assertThat(this.queue.count()).containsExactly(2L, 3L);
		assertThat(this.queue.count()).containsExactly(2L, 3L);
		assertThat(this.queue.look(4).peopleAhead()).isEqualTo(1);

		// after the absence time, members who did not poll are passed over
		this.queue.put("absence_ignored_until", this.queue.now());
		assertThat(this.queue.count()).containsExactly(1L, 3L);
		assertThat(this.queue.look(4).peopleAhead()).isZero();
	}

	@Test
	void manyAbsentMembersAreSkippedInBatches() {
		this.queue.join(253);
		for (int i = 3; i < 253; i++) {
			this.queue.date("last_seen", this.queue.member(i), 1);
		}

		assertThat(this.queue.count()).containsExactly(50L, 3L);
		assertThat(this.queue.count()).containsExactly(0L, 3L);
	}

	@Test
	void finalStatusIsKeptForAnHour() {
		this.queue.join(2);
		this.queue.finish(0, COMPLETED);
		String key = "1:" + this.queue.member(0);
		assertThat(this.redis.opsForZSet().score(this.queue.key("status_expiry"), key))
			.isBetween(this.queue.now() + HOUR - 5_000.0, (double) this.queue.now() + HOUR);

		this.queue.date("status_expiry", key, this.queue.now() + 10_000);
		assertThat(this.queue.look(0).placeStatus()).isEqualTo(COMPLETED);
		this.queue.date("status_expiry", key, this.queue.now());
		assertThat(this.queue.look(0).placeStatus()).isEqualTo(EXPIRED);
		assertThat(this.redis.opsForHash().size(this.queue.key("final_statuses"))).isZero();
	}

	@Test
	void endedPlaceKeepsItsStatus() {
		this.queue.join(1);

		assertThat(this.queue.finish(0, LEFT)).isEqualTo(LEFT);
		assertThat(this.queue.finish(0, EXPIRED)).isEqualTo(LEFT);
	}

	@Test
	@ProvesRule(rule = "A member who has paid has completed, whatever ended the place first",
			guard = "finish.lua:COMPLETED", brokenBy = "leaving out the case")
	void paidPlaceIsCompletedEvenIfItEndedBefore() {
		this.queue.join(1);
		this.queue.finish(0, EXPIRED);

		assertThat(this.queue.finish(0, COMPLETED)).isEqualTo(COMPLETED);
		assertThat(this.queue.look(0).placeStatus()).isEqualTo(COMPLETED);
	}

	@Test
	void unknownPlaceIsExpired() {
		assertThat(this.queue.store.finish(this.queue.queue(), UUID.randomUUID(), 9, LEFT)).isEqualTo(EXPIRED);
	}

	@Test
	@ProvesRule(rule = "A pass lasts at least as long as a hold made with it", guard = "extend.lua:ends_at",
			brokenBy = "leaving out the end of the hold")
	void passLastsUntilTheLaterOfItsEndAndTheHold() {
		long admitted = this.queue.join(1).get(0).admittedAt();

		this.queue.extend(0, admitted + 2 * PASS);
		assertThat(this.queue.look(0).passEndsAt()).isEqualTo(admitted + 2 * PASS);
		this.queue.extend(0, admitted + 1);
		assertThat(this.queue.look(0).passEndsAt()).isEqualTo(admitted + PASS);
		this.queue.extend(0, admitted + 3 * PASS);
		this.queue.extend(0, 0);
		assertThat(this.queue.look(0).passEndsAt()).isEqualTo(admitted + PASS);
	}

	@Test
	void holdWithoutAPassChangesNothing() {
		this.queue.join(4);
		this.queue.extend(3, this.queue.now() + 2 * PASS);
		assertThat(this.queue.look(3).placeStatus()).isEqualTo(WAITING);

		this.queue.finish(0, COMPLETED);
		this.queue.extend(0, this.queue.now() + 2 * PASS);
		assertThat(this.queue.look(0).placeStatus()).isEqualTo(COMPLETED);

		PlaceScriptResult again = this.queue.join(this.queue.member(0));
		this.queue.extend(0, this.queue.now() + 2 * PASS);
		assertThat(again.placeStatus()).isEqualTo(WAITING);
		assertThat(this.queue.inside()).isEqualTo(3);
	}

	@Test
	@ProvesRule(rule = "No more members are let in than there are seats left", guard = "admission.lua:let_in",
			brokenBy = "leaving out seats_left")
	void admissionsAreLimitedBySeats() {
		this.queue.seatsLeft = 2;
		this.queue.join(4);

		assertThat(this.queue.count()).containsExactly(2L, 2L);
	}

	@Test
	void nobodyIsAdmittedWhileSeatsAreFewerThanPasses() {
		this.queue.join(5);
		this.queue.seatsLeft = 1;
		this.queue.finish(0, LEFT);
		this.queue.finish(1, LEFT);
		assertThat(this.queue.count()).containsExactly(2L, 1L);

		this.queue.finish(2, LEFT);
		assertThat(this.queue.count()).containsExactly(1L, 1L);
	}

	@Test
	void lastSeatEndsEveryPlace() {
		this.queue.join(5);
		this.queue.seatsLeft = 0;

		assertThat(this.queue.count()).containsExactly(0L, 0L);
		assertThat(this.queue.look(0).placeStatus()).isEqualTo(SOLD_OUT);
		assertThat(this.queue.look(4).placeStatus()).isEqualTo(SOLD_OUT);
	}

	private long endOf(int index) {
		return this.redis.opsForZSet().score(this.queue.key("inside"), this.queue.member(index).toString()).longValue();
	}

}
