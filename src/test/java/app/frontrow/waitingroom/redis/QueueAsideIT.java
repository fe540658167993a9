package app.frontrow.waitingroom.redis;

import java.time.Duration;
import java.util.List;

import app.frontrow.stores.OnRealStores;
import app.frontrow.waitingroom.place.EndReason;
import app.frontrow.waitingroom.policy.QueueSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;

import static app.frontrow.waitingroom.place.PlaceStatus.ADMITTED;
import static app.frontrow.waitingroom.place.PlaceStatus.EXPIRED;
import static app.frontrow.waitingroom.place.PlaceStatus.LEFT;
import static app.frontrow.waitingroom.place.PlaceStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A silent member is set aside and holds nobody up. Who comes back within the grace of 15
 * minutes comes in first. One member is inside at a time, the claim time is 30 s, the
 * absence time 90 s.
 */
@SpringBootTest(classes = QueueFixture.Client.class)
@OnRealStores
class QueueAsideIT {

	private static final Duration GRACE = Duration.ofMinutes(15);

	@Autowired
	private StringRedisTemplate redis;

	private QueueFixture queue;

	@BeforeEach
	void oneInsideAndThreeWaiting() {
		this.queue = new QueueFixture(this.redis, new QueueSettings(1, 1_000, Duration.ofSeconds(30),
				Duration.ofMinutes(5), Duration.ofSeconds(90), Duration.ofMinutes(30), GRACE));
		this.queue.join(4);
		assertThat(this.queue.look(0).placeStatus()).isEqualTo(ADMITTED);
	}

	@AfterEach
	void forget() {
		this.queue.forget();
	}

	@Test
	void silentMemberIsSetAsideAndComesInFirst() {
		silentFor(1, 31);

		this.queue.finish(0, LEFT);
		assertThat(this.queue.look(2).placeStatus()).isEqualTo(ADMITTED);
		assertThat(this.queue.look(3).peopleAhead()).isZero();

		assertThat(this.queue.look(1).placeStatus()).isEqualTo(WAITING);
		assertThat(this.queue.look(1).peopleAhead()).isZero();
		// nobody's position grows, although one more comes in before
		assertThat(this.queue.look(3).peopleAhead()).isZero();
		this.queue.finish(2, LEFT);
		assertThat(this.queue.look(3).placeStatus()).isEqualTo(WAITING);
		assertThat(this.queue.look(1).placeStatus()).isEqualTo(ADMITTED);
		assertThat(this.queue.field("lapsed_count")).isZero();
	}

	@Test
	void absentMemberKeepsThePlaceWhileOthersAreAhead() {
		silentFor(2, 91);
		assertThat(this.queue.step().waiting()).isEqualTo(2);
		assertThat(this.queue.look(3).peopleAhead()).isEqualTo(1);

		assertThat(this.queue.look(2).peopleAhead()).isEqualTo(1);

		assertThat(this.queue.look(3).peopleAhead()).isEqualTo(1);
		this.queue.finish(0, LEFT);
		assertThat(this.queue.look(1).placeStatus()).isEqualTo(ADMITTED);
		this.queue.finish(1, LEFT);
		assertThat(this.queue.look(2).placeStatus()).isEqualTo(ADMITTED);
	}

	@Test
	void turnThatWasNotTakenComesAgain() {
		this.queue.finish(0, LEFT);
		assertThat(this.queue.inside()).isEqualTo(1);
		leaseRunsOut(1);
		assertThat(this.queue.look(2).placeStatus()).isEqualTo(ADMITTED);

		assertThat(this.queue.look(1).placeStatus()).isEqualTo(WAITING);
		this.queue.finish(2, LEFT);
		assertThat(this.queue.look(1).placeStatus()).isEqualTo(ADMITTED);
		assertThat(this.queue.look(3).placeStatus()).isEqualTo(WAITING);
		assertThat(this.queue.field("admitted_count")).isEqualTo(3);
	}

	@Test
	void placeEndsWithTheGrace() {
		silentFor(2, 91);
		this.queue.finish(0, LEFT);
		leaseRunsOut(1);

		graceRunsOut();

		assertThat(List.of(this.queue.look(1), this.queue.look(2))).extracting(PlaceScriptResult::placeStatus)
			.containsOnly(EXPIRED);
		assertThat(this.queue.look(1).endReason()).isEqualTo(EndReason.NOT_TAKEN);
		assertThat(this.queue.look(2).endReason()).isEqualTo(EndReason.ABSENT);
		assertThat(this.queue.join(this.queue.member(2)).number()).isEqualTo(5);
	}

	@Test
	void memberWhoComesJustAfterTheLeaseComesIn() {
		this.queue.finish(0, LEFT);
		this.queue.date("inside", this.queue.member(1), this.queue.now() - 1);

		assertThat(this.queue.look(1).placeStatus()).isEqualTo(ADMITTED);
	}

	@Test
	void memberWhoWasInsideIsNotSetAside() {
		this.queue.date("inside", this.queue.member(0), this.queue.now() - 1);

		assertThat(this.queue.look(0).endReason()).isEqualTo(EndReason.TIME_OVER);
		assertThat(this.queue.look(0).placeStatus()).isEqualTo(EXPIRED);
	}

	@Test
	void farMemberWhoMissedTheOwnTurnIsSetAsideToo() {
		this.queue.finish(0, LEFT);
		for (String part : List.of("waiting", "last_seen")) {
			this.redis.opsForZSet().remove(this.queue.key(part), this.queue.member(2).toString());
		}
		for (int i = 0; i < 2; i++) {
			this.queue.put("absence_started_at", this.queue.now() - 90_000);
			this.queue.step();
		}
		this.queue.finish(1, LEFT);
		assertThat(this.queue.look(3).placeStatus()).isEqualTo(ADMITTED);

		assertThat(this.queue.look(2).placeStatus()).isEqualTo(WAITING);
		this.queue.finish(3, LEFT);
		assertThat(this.queue.look(2).placeStatus()).isEqualTo(ADMITTED);
	}

	@Test
	void joiningAgainWithinTheGraceBringsThePlaceBack() {
		silentFor(2, 91);
		this.queue.step();

		PlaceScriptResult again = this.queue.join(this.queue.member(2));

		assertThat(again.number()).isEqualTo(3);
		assertThat(again.peopleAhead()).isEqualTo(1);
	}

	@Test
	void memberWhoIsSetAsideCanLeave() {
		silentFor(2, 91);
		this.queue.step();

		this.queue.finish(2, LEFT);

		assertThat(this.queue.look(2).placeStatus()).isEqualTo(LEFT);
		graceRunsOut();
		assertThat(this.queue.look(2).placeStatus()).isEqualTo(LEFT);
	}

	@Test
	void nobodyIsSetAsideRightAfterAnOutage() {
		silentFor(1, 31);
		this.queue.put("last_step_at", this.queue.now() - 6_000);

		this.queue.finish(0, LEFT);

		assertThat(this.queue.look(1).placeStatus()).isEqualTo(ADMITTED);
	}

	private void silentFor(int index, int seconds) {
		this.queue.date("last_seen", this.queue.member(index), this.queue.now() - seconds * 1_000L);
	}

	private void leaseRunsOut(int index) {
		this.queue.date("inside", this.queue.member(index), this.queue.now() - 1);
		this.queue.step();
	}

	private void graceRunsOut() {
		String aside = this.queue.key("aside");
		this.redis.opsForZSet().range(aside, 0, -1).forEach((place) -> this.redis.opsForZSet().add(aside, place, 1));
		this.queue.step();
	}

}
