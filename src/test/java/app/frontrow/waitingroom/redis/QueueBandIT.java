package app.frontrow.waitingroom.redis;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.OnRealStores;
import app.frontrow.waitingroom.policy.QueueMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;

import static app.frontrow.waitingroom.place.PlaceStatus.ADMITTED;
import static app.frontrow.waitingroom.place.PlaceStatus.EXPIRED;
import static app.frontrow.waitingroom.place.PlaceStatus.LEFT;
import static app.frontrow.waitingroom.place.PlaceStatus.SOLD_OUT;
import static app.frontrow.waitingroom.place.PlaceStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Near and far members. A gap ahead stops the admission until its places are dead. The
 * band is 100 places wide, and the absence time is 90 s.
 */
@SpringBootTest(classes = QueueFixture.Client.class)
@OnRealStores
class QueueBandIT {

	private static final int BAND = 100;

	private static final long GRACE = Duration.ofSeconds(90).toMillis();

	@Autowired
	private StringRedisTemplate redis;

	private QueueFixture queue;

	@BeforeEach
	void roomForOne() {
		this.queue = new QueueFixture(this.redis, QueueFixture.settings(1, 0.2));
	}

	@AfterEach
	void forget() {
		this.queue.forget();
	}

	@Test
	void redisKnowsOnlyNearMembers() {
		this.queue.join(BAND + 50);

		assertThat(this.queue.field("band")).isEqualTo(BAND);
		// one is inside, so the front is at 1
		assertThat(this.queue.step().waiting()).isEqualTo(BAND);
		assertThat(this.queue.look(BAND + 49).peopleAhead()).isEqualTo(BAND + 48);
		assertThat(this.queue.step().waiting()).isEqualTo(BAND);
	}

	@Test
	void memberWhoBecomesNearRegistersWithTheNextPoll() {
		this.queue.join(BAND + 3);
		this.queue.finish(0, LEFT);
		this.queue.put("next_admission_at", 0);
		this.queue.step();
		assertThat(this.queue.field("front")).isEqualTo(2);

		assertThat(this.queue.look(BAND + 1).placeStatus()).isEqualTo(WAITING);

		assertThat(this.redis.opsForZSet().score(this.queue.key("waiting"), this.queue.member(BAND + 1).toString()))
			.isEqualTo(BAND + 2);
	}

	@Test
	@ProvesRule(rule = "Nobody is let in while a member ahead may still come", guard = "admission.lua:let_in",
			brokenBy = "leaving out \"> queue.front + 1\"")
	void nobodyIsAdmittedWhileAMemberAheadMayRegister() {
		this.queue.join(3);
		forgetWaiter(1);
		next(0);

		assertThat(this.queue.look(2).placeStatus()).isEqualTo(WAITING);
		assertThat(this.queue.inside()).isZero();

		assertThat(this.queue.look(1).placeStatus()).isEqualTo(ADMITTED);
		assertThat(this.queue.look(2).peopleAhead()).isZero();
	}

	@Test
	void memberWhoDoesNotRegisterIsSkipped() {
		this.queue.join(3);
		forgetWaiter(1);
		next(0);
		assertThat(this.queue.look(2).peopleAhead()).isEqualTo(1);

		// the sweep end from the time of joining counts one absence time later
		graceGoesBy();
		assertThat(this.queue.look(2).placeStatus()).isEqualTo(ADMITTED);
		assertThat(this.queue.look(1).placeStatus()).isEqualTo(EXPIRED);
	}

	@Test
	@ProvesRule(rule = "A place is dead only after a whole grace without its member", guard = "queue.lua:sweep",
			brokenBy = "leaving out q.target")
	void memberWhoRegistersInTimeIsNotSkipped() {
		this.queue.join(4);
		forgetWaiter(1);
		forgetWaiter(2);
		assertThat(this.queue.look(2).placeStatus()).isEqualTo(WAITING);

		graceGoesBy();

		assertThat(this.queue.look(1).placeStatus()).isEqualTo(EXPIRED);
		assertThat(this.queue.look(2).peopleAhead()).isZero();
		assertThat(this.queue.look(3).peopleAhead()).isEqualTo(1);
	}

	@Test
	@ProvesRule(rule = "The grace counts only for places as far as the band reached", guard = "queue.lua:sweep",
			brokenBy = "setting the mark to the last number")
	void sweepEndsAtTheOldEndOfTheBand() {
		this.queue.join(BAND + 20);
		next(0);
		// these could not register, because they were beyond the sweep end
		graceGoesBy();

		assertThat(this.queue.field("swept_up_to")).isEqualTo(BAND);
		assertThat(this.queue.look(BAND).placeStatus()).isEqualTo(WAITING);
		assertThat(this.queue.look(BAND + 19).placeStatus()).isEqualTo(WAITING);
	}

	@Test
	@ProvesRule(rule = "Dead places ahead are not counted", guard = "look.lua:standing_of",
			brokenBy = "leaving out ZCOUNT")
	void deadPlacesAheadAreNotCounted() {
		this.queue.join(10);
		this.queue.finish(3, LEFT);
		this.queue.date("last_seen", this.queue.member(5), this.queue.now() - GRACE);

		assertThat(this.queue.look(9).peopleAhead()).isEqualTo(6);
		assertThat(this.queue.look(4).peopleAhead()).isEqualTo(2);
		assertThat(this.queue.step().deadPlaces()).isEqualTo(2);
	}

	@Test
	void frontPassesOverDeadPlaces() {
		this.queue.join(6);
		this.queue.finish(1, LEFT);
		this.queue.finish(2, LEFT);

		assertThat(this.queue.step().front()).isEqualTo(3);
		assertThat(this.queue.step().deadPlaces()).isZero();
	}

	@Test
	void manyAbsentPlacesAreMarkedInBatches() {
		QueueFixture wide = new QueueFixture(this.redis, QueueFixture.settings(1, 100));
		this.queue = wide;
		wide.join(1);
		wide.put("last_number", 2_000);
		wide.put("absence_started_at", wide.now() - GRACE);

		assertThat(wide.step().lapsedCount()).isEqualTo(500);
		wide.step();
		wide.step();
		assertThat(wide.step().lapsedCount()).isEqualTo(1_999);
		assertThat(wide.step().front()).isGreaterThan(500);
	}

	@Test
	void endedFarPlaceIsDeletedByALook() {
		this.queue.join(3);
		forgetWaiter(1);
		graceGoesBy();
		assertThat(this.queue.join(this.queue.member(1)).placeStatus()).isEqualTo(EXPIRED);

		PlaceScriptResult again = this.queue.join(this.queue.member(1));
		assertThat(again.placeStatus()).isEqualTo(WAITING);
		assertThat(again.number()).isEqualTo(4);
	}

	@Test
	@ProvesRule(rule = "A member far behind is told when everything is sold", guard = "look.lua:sold_out_after",
			brokenBy = "leaving out sold_out_after and sold_out_up_to")
	void soldOutEndsFarPlaces() {
		this.queue.join(BAND + 20);
		this.queue.finish(BAND + 10, LEFT);
		this.queue.seatsLeft = 0;
		this.queue.step();

		assertThat(this.queue.look(BAND + 19).placeStatus()).isEqualTo(SOLD_OUT);
		assertThat(this.queue.look(BAND + 10).placeStatus()).isEqualTo(LEFT);
		assertThat(this.queue.step().undecided()).isZero();

		// a seat that becomes free goes to the next member
		this.queue.seatsLeft = 1;
		this.queue.put("next_admission_at", 0);
		assertThat(this.queue.join(1).get(0).placeStatus()).isEqualTo(ADMITTED);
		assertThat(this.queue.look(BAND + 18).placeStatus()).isEqualTo(SOLD_OUT);
	}

	@Test
	@ProvesRule(rule = "A paused queue lets nobody in", guard = "admission.lua:paused",
			brokenBy = "leaving out paused in step")
	void pausedQueueAdmitsNobody() {
		this.queue.mode = QueueMode.PAUSED;
		List<PlaceScriptResult> places = this.queue.join(3);
		assertThat(places).extracting(PlaceScriptResult::placeStatus).containsOnly(WAITING);
		assertThat(this.queue.finish(1, LEFT)).isEqualTo(LEFT);
		assertThat(this.queue.look(2).peopleAhead()).isEqualTo(1);

		this.queue.mode = QueueMode.OPEN;
		assertThat(this.queue.look(0).placeStatus()).isEqualTo(ADMITTED);
	}

	@Test
	@ProvesRule(rule = "A draining queue gives no new places", guard = "join.lua:gives_new_places",
			brokenBy = "leaving out gives_new_places")
	void drainingQueueGivesNoNewPlaces() {
		this.queue.join(2);
		this.queue.mode = QueueMode.DRAINING;

		assertThat(this.queue.store.join(this.queue.queue(), UUID.randomUUID(), false).status()).isEqualTo("CLOSED");
		assertThat(this.queue.join(this.queue.member(1)).placeStatus()).isEqualTo(WAITING);
		next(0);
		assertThat(this.queue.look(1).placeStatus()).isEqualTo(ADMITTED);
	}

	/** The one inside leaves, and the budget allows the next one. */
	private void next(int index) {
		this.queue.put("next_admission_at", 0);
		this.queue.finish(index, LEFT);
	}

	/** Deletes the registration, as if this member had joined far from the front. */
	private void forgetWaiter(int index) {
		this.redis.opsForZSet().remove(this.queue.key("waiting"), this.queue.member(index).toString());
		this.redis.opsForZSet().remove(this.queue.key("last_seen"), this.queue.member(index).toString());
	}

	private void graceGoesBy() {
		this.queue.put("absence_started_at", this.queue.now() - GRACE);
		this.queue.step();
	}

}
