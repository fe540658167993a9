package app.frontrow.waitingroom.redis;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.OnRealStores;
import app.frontrow.waitingroom.memory.QueueMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

import static app.frontrow.waitingroom.place.PlaceStatus.ADMITTED;
import static app.frontrow.waitingroom.place.PlaceStatus.EXPIRED;
import static app.frontrow.waitingroom.place.PlaceStatus.LEFT;
import static app.frontrow.waitingroom.place.PlaceStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Redis loses some or all of a queue. Order, positions and limit do not change. Three
 * members may be inside.
 */
@SpringBootTest(classes = QueueFixture.Client.class)
@OnRealStores
class QueueLossIT {

	private static final long QUARANTINE = Duration.ofSeconds(10).toMillis();

	private static final long GRACE = Duration.ofSeconds(90).toMillis();

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
	void requestsAreRefusedDuringTheSettling() {
		this.queue.join(5);
		this.queue.step();
		this.queue.lose();

		assertThatThrownBy(() -> this.queue.look(4)).isInstanceOf(QueueRecoveringException.class);
		assertThatThrownBy(() -> this.queue.join(1)).isInstanceOf(QueueRecoveringException.class);
		this.queue.step();
		assertThat(this.queue.memory.freshSnapshot()).as("a snapshot to show").isEmpty();
	}

	@Test
	@ProvesRule(rule = "A member who was inside comes back after a loss", guard = "look.lua:is_alive",
			brokenBy = "leaving out readmission_until")
	void membersInsideReturnBeforeOthersAreAdmitted() {
		this.queue.join(8);
		this.queue.step();
		this.queue.lose();
		settle();

		assertThat(this.queue.look(5).placeStatus()).isEqualTo(WAITING);
		IntStream.range(1, 3).forEach((i) -> assertThat(this.queue.look(i).placeStatus()).isEqualTo(WAITING));
		assertThat(this.queue.inside()).as("let in while others may come back").isZero();

		quarantineEnds();
		assertThat(this.queue.look(1).placeStatus()).isEqualTo(ADMITTED);
		assertThat(this.queue.look(2).placeStatus()).isEqualTo(ADMITTED);
		// 4 and 5 have not come back yet, and come before 6
		assertThat(this.queue.look(5).placeStatus()).isEqualTo(WAITING);
		assertThat(this.queue.look(3).placeStatus()).isEqualTo(ADMITTED);
		assertThat(this.queue.inside()).isEqualTo(3);
		assertThat(this.queue.look(0).placeStatus()).as("inside before, but late").isEqualTo(WAITING);
		this.queue.finish(3, LEFT);
		assertThat(this.queue.look(0).placeStatus()).as("and first in line").isEqualTo(ADMITTED);
	}

	@Test
	void positionsSurviveALoss() {
		this.queue.join(20);
		this.queue.finish(5, LEFT);
		this.queue.finish(9, LEFT);
		this.queue.step();
		List<Long> before = positions();
		assertThat(before.get(before.size() - 1)).isEqualTo(14);

		this.queue.lose();
		settle();

		assertThat(positions()).isEqualTo(before);
	}

	@Test
	@ProvesRule(rule = "Nobody is let in while instances tell what they know after a loss",
			guard = "admission.lua:quarantine_until", brokenBy = "leaving out the quarantine")
	@ProvesRule(rule = "Dead places stay dead after a loss", guard = "restore_dead_places.lua:mark_dead",
			brokenBy = "leaving out mark_dead")
	void everyInstanceReportsItsKnowledge() {
		this.queue.join(20);
		QueueMemory north = this.queue.memory;
		this.queue.step();
		QueueMemory south = new QueueMemory(0);
		this.queue.memory = south;
		this.queue.step();
		this.queue.finish(5, LEFT);
		this.queue.memory = north;
		this.queue.step();
		List<Long> before = positions();
		this.queue.lose();

		// the one that knows less comes first
		this.queue.memory = south;
		this.queue.step();
		this.queue.memory = north;
		this.queue.step();
		this.queue.step();
		settleEnds();

		assertThat(positions()).isEqualTo(before);
		this.queue.memory = south;
		assertThat(positions()).isEqualTo(before);
		assertThat(this.queue.field("last_number")).isEqualTo(20);
	}

	@Test
	void newInstanceDoesNotHideALoss() {
		this.queue.join(8);
		QueueMemory old = this.queue.memory;
		this.queue.step();
		this.queue.lose();

		this.queue.memory = new QueueMemory(-1);
		this.queue.step();
		this.queue.memory = old;
		this.queue.step();

		assertThatThrownBy(() -> this.queue.look(7)).isInstanceOf(QueueRecoveringException.class);
		settleEnds();
		assertThat(this.queue.look(7).peopleAhead()).isEqualTo(4);
		assertThat(this.queue.field("quarantine_until")).isGreaterThan(this.queue.now());
	}

	@Test
	@ProvesRule(rule = "Each instance that knows more begins the recovery anew", guard = "queue.lua:load_queue",
			brokenBy = "beginning the recovery for the first loss alone")
	void furtherReportRestartsTheSettling() {
		this.queue.join(8);
		QueueMemory old = this.queue.memory;
		this.queue.step();
		this.queue.lose();
		this.queue.memory = new QueueMemory(0);
		this.queue.step();
		long almostOver = this.queue.now() + 100;
		this.queue.put("settling_until", almostOver);

		this.queue.memory = old;
		this.queue.step();

		long settle = this.queue.field("settling_until");
		assertThat(settle).isGreaterThan(almostOver);
		assertThat(this.queue.field("quarantine_until")).isEqualTo(settle + QUARANTINE);
		this.queue.step();
		assertThat(this.queue.field("settling_until")).as("said already").isEqualTo(settle);
	}

	@Test
	void instanceThatKnowsOnlyTheDrawNoticesALoss() {
		this.queue.join(8);
		this.queue.lose();
		this.queue.memory = new QueueMemory(0);

		assertThatThrownBy(() -> this.queue.join(1)).isInstanceOf(QueueRecoveringException.class);
	}

	@Test
	@ProvesRule(rule = "A loss of Redis data is noticed", guard = "queue.lua:load_queue",
			brokenBy = "leaving out begin_recovery")
	void ticketAloneRevealsALoss() {
		this.queue.join(8);
		this.queue.lose();
		this.queue.memory = new QueueMemory(-1);

		assertThatThrownBy(() -> this.queue.look(6)).isInstanceOf(QueueRecoveringException.class);
		settleEnds();
		assertThat(this.queue.look(6).placeStatus()).isEqualTo(WAITING);
		assertThat(this.queue.join(1).get(0).number()).isEqualTo(8);
	}

	@Test
	@ProvesRule(rule = "The latest of the tickets that ask together tells of a loss", guard = "look.lua:highest",
			brokenBy = "using the first ticket")
	void highestTicketOfABatchRevealsALoss() {
		this.queue.join(8);
		this.queue.lose();
		this.queue.memory = new QueueMemory(-1);

		assertThatThrownBy(() -> this.queue.look(List.of(2, 6, 4))).isInstanceOf(QueueRecoveringException.class);

		assertThat(this.queue.field("last_number")).isEqualTo(7);
	}

	@Test
	void numbersContinueAfterALoss() {
		this.queue.join(8);
		this.queue.lose();
		settle();

		assertThat(this.queue.join(1).get(0).number()).isEqualTo(9);
	}

	@Test
	void memberKeepsThePlaceAfterALoss() {
		this.queue.join(8);
		this.queue.lose();
		settle();
		assertThat(this.queue.look(6).placeStatus()).isEqualTo(WAITING);

		assertThat(this.queue.join(this.queue.member(6)).number()).isEqualTo(7);
	}

	@Test
	void lossOfTheLastSecondIsRepaired() {
		this.queue.join(4);
		this.queue.step();
		byte[] saved = this.redis.dump(this.queue.key("state"));
		this.queue.join(4);
		this.queue.finish(0, LEFT);
		this.queue.step();
		this.redis.delete(this.queue.key("state"));
		this.redis.execute((RedisCallback<Void>) (connection) -> {
			connection.keyCommands().restore(this.queue.key("state").getBytes(), 0, saved);
			return null;
		});

		assertThatThrownBy(() -> this.queue.look(6)).isInstanceOf(QueueRecoveringException.class);
		assertThat(this.queue.field("last_number")).isEqualTo(8);
		assertThat(this.queue.field("front")).isEqualTo(4);
	}

	@Test
	@ProvesRule(rule = "A ticket whose place has ended cannot be used again", guard = "look.lua:final_status",
			brokenBy = "leaving out final_status")
	void leavingAfterALossEndsThePlace() {
		this.queue.join(4);
		this.queue.step();
		this.queue.lose();
		this.queue.step();

		assertThat(this.queue.finish(1, LEFT)).isEqualTo(LEFT);
		settleEnds();
		assertThat(this.queue.look(1).placeStatus()).isEqualTo(LEFT);
		assertThat(this.queue.step().waiting()).isZero();
	}

	@Test
	void memberWhoDoesNotReturnIsSkipped() {
		this.queue.join(6);
		this.queue.step();
		this.queue.lose();
		settle();
		assertThat(this.queue.look(5).peopleAhead()).isEqualTo(2);
		quarantineEnds();
		this.queue.put("absence_ignored_until", 0);
		this.queue.put("absence_started_at", this.queue.now() - GRACE);
		this.queue.step();

		assertThat(this.queue.look(5).placeStatus()).isEqualTo(ADMITTED);
		this.queue.put("readmission_until", 0);
		assertThat(this.queue.look(3).placeStatus()).isEqualTo(EXPIRED);
	}

	@Test
	void unknownTicketExpiresAfterTheReadmissionTime() {
		this.queue.join(6);
		this.queue.step();
		this.queue.lose();
		settle();
		this.queue.put("readmission_until", 0);

		assertThat(this.queue.look(1).placeStatus()).isEqualTo(EXPIRED);
	}

	private List<Long> positions() {
		return IntStream.range(3, 20)
			.filter((i) -> i != 5 && i != 9)
			.mapToObj((i) -> this.queue.look(i).peopleAhead())
			.toList();
	}

	/** The instance reports what it knows, and the settling ends. */
	private void settle() {
		this.queue.step();
		this.queue.step();
		settleEnds();
	}

	private void settleEnds() {
		this.queue.put("settling_until", this.queue.now());
	}

	private void quarantineEnds() {
		assertThat(this.queue.field("quarantine_until")).isBetween(this.queue.now(),
				this.queue.now() + QUARANTINE + 2_000);
		this.queue.put("quarantine_until", this.queue.now());
	}

}
