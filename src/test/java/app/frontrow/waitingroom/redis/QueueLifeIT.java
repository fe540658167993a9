package app.frontrow.waitingroom.redis;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.OnRealStores;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.core.StringRedisTemplate;

import static app.frontrow.waitingroom.place.PlaceStatus.ADMITTED;
import static app.frontrow.waitingroom.place.PlaceStatus.EXPIRED;
import static app.frontrow.waitingroom.place.PlaceStatus.LEFT;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * How a queue begins and ends in Redis: with its concert, and with its last ticket.
 */
@SpringBootTest(classes = QueueFixture.Client.class)
@OnRealStores
@ExtendWith(OutputCaptureExtension.class)
class QueueLifeIT {

	private static final Instant FIRST = Instant.parse("2030-05-01T10:00:00Z");

	@Autowired
	private StringRedisTemplate redis;

	private QueueFixture queue;

	@AfterEach
	void forget() {
		this.queue.forget();
	}

	@Test
	@ProvesRule(rule = "A concert does not inherit the queue of an earlier one with its id",
			guard = "queue.lua:replace_queue_of_earlier_concert", brokenBy = "leaving out the UNLINK")
	void reusedIdInheritsNothing() {
		queue();
		this.queue.concertCreatedAt = FIRST;
		this.queue.join(5);
		this.queue.finish(0, LEFT);

		this.queue.concertCreatedAt = FIRST.plusSeconds(3_600);
		this.queue.memory = new QueueMemory(-1);
		QueueSnapshot empty = this.queue.step();

		assertThat(empty).extracting(QueueSnapshot::lastNumber, QueueSnapshot::inside, QueueSnapshot::settling)
			.containsExactly(0L, 0L, false);
		PlaceScriptResult first = this.queue.join(1).get(0);
		assertThat(first.number()).isEqualTo(1);
		assertThat(first.placeStatus()).isEqualTo(ADMITTED);
	}

	@Test
	@ProvesRule(rule = "An instance that knows the earlier concert changes nothing in the new queue",
			guard = "queue.lua:replace_queue_of_earlier_concert", brokenBy = "leaving out the error")
	void lateInstanceIsRefused() {
		queue();
		this.queue.concertCreatedAt = FIRST.plusSeconds(3_600);
		this.queue.join(2);
		Double endsAt = passEnd();
		this.queue.concertCreatedAt = FIRST;

		assertThatThrownBy(() -> this.queue.step()).isInstanceOf(EarlierConcertException.class);
		assertThatThrownBy(() -> this.queue.extend(0, System.currentTimeMillis() + 3_600_000))
			.isInstanceOf(EarlierConcertException.class);

		this.queue.concertCreatedAt = FIRST.plusSeconds(3_600);
		assertThat(this.queue.step().lastNumber()).isEqualTo(2);
		assertThat(passEnd()).isEqualTo(endsAt);
	}

	@Test
	@ProvesRule(rule = "An instance that has not read a new concert yet changes nothing in its queue",
			guard = "queue.lua:replace_queue_of_earlier_concert", brokenBy = "returning whenever created_at is 0")
	void instanceWithoutTheNewConcertIsRefused() {
		queue();
		this.queue.concertCreatedAt = Instant.now();
		this.queue.join(2);
		Double endsAt = passEnd();
		Instant added = this.queue.concertCreatedAt;
		this.queue.concertCreatedAt = Instant.EPOCH;
		this.queue.seatsLeft = 0;

		assertThatThrownBy(() -> this.queue.step()).isInstanceOf(EarlierConcertException.class);

		this.queue.concertCreatedAt = added;
		this.queue.seatsLeft = 50;
		assertThat(this.queue.step().lastNumber()).isEqualTo(2);
		assertThat(passEnd()).isEqualTo(endsAt);
	}

	@Test
	void queueOfAConcertThatIsGoneEnds() {
		queue();
		this.queue.concertCreatedAt = Instant.now().minusSeconds(2 * 3_600);
		this.queue.join(1);
		this.queue.concertCreatedAt = Instant.EPOCH;
		this.queue.seatsLeft = 0;

		assertThat(this.queue.step().lastNumber()).isEqualTo(1);
	}

	@Test
	@ProvesRule(rule = "An instance that knows an earlier concert logs it once a minute, with its reason",
			guard = "QueueScriptRunner.run", brokenBy = "throwing the failure of Redis on")
	void refusalsAreLoggedOnceWithTheirReason(CapturedOutput log) {
		queue();
		this.queue.concertCreatedAt = FIRST.plusSeconds(3_600);
		this.queue.join(1);
		this.queue.concertCreatedAt = FIRST;

		for (int i = 0; i < 5; i++) {
			assertThatThrownBy(() -> this.queue.step()).isInstanceOf(EarlierConcertException.class);
			assertThatThrownBy(() -> this.queue.look(0)).isInstanceOf(EarlierConcertException.class);
		}

		assertThat(log.getAll().lines().filter((line) -> line.contains("The queue of concert " + this.queue.concert)))
			.singleElement(as(InstanceOfAssertFactories.STRING))
			.contains("belongs to a later concert", "added at 2030-05-01T10:00:00Z");
	}

	@Test
	@ProvesRule(rule = "A queue of a newer release is refused and not misread",
			guard = "queue.lua:require_known_layout", brokenBy = "leaving out the error")
	void queueOfANewerReleaseIsRefusedAndStays(CapturedOutput log) {
		queue();
		this.queue.join(2);
		long layout = this.queue.field("layout");
		this.queue.put("layout", layout + 1);
		Map<Object, Object> state = this.redis.opsForHash().entries(this.queue.key("state"));

		assertThatThrownBy(() -> this.queue.step()).isInstanceOf(NewerLayoutException.class);
		assertThatThrownBy(() -> this.queue.look(0)).isInstanceOf(NewerLayoutException.class);
		assertThatThrownBy(() -> this.queue.join(1)).isInstanceOf(NewerLayoutException.class);
		assertThatThrownBy(() -> this.queue.finish(0, LEFT)).isInstanceOf(NewerLayoutException.class);
		assertThatThrownBy(() -> this.queue.extend(0, System.currentTimeMillis() + 3_600_000))
			.isInstanceOf(NewerLayoutException.class);

		assertThat(this.redis.opsForHash().entries(this.queue.key("state"))).isEqualTo(state);
		assertThat(this.queue.inside()).isEqualTo(2);
		assertThat(log).containsOnlyOnce("Finish the upgrade");
		this.queue.put("layout", layout);
		assertThat(this.queue.look(0).placeStatus()).isEqualTo(ADMITTED);
	}

	@Test
	@ProvesRule(rule = "A queue says with which layout it was written", guard = "queue.lua:load_queue",
			brokenBy = "not setting the layout")
	void queueOfTheLastReleaseGoesOn() {
		queue();
		this.queue.join(2);
		long layout = this.queue.field("layout");
		assertThat(layout).isPositive();
		this.redis.opsForHash().delete(this.queue.key("state"), "layout");

		assertThat(this.queue.look(1).placeStatus()).isEqualTo(ADMITTED);
		assertThat(this.queue.join(1).get(0).number()).isEqualTo(3);
		assertThat(this.queue.field("layout")).isEqualTo(layout);
	}

	@Test
	@ProvesRule(rule = "Everything of a queue without members expires", guard = "queue.lua:save_state",
			brokenBy = "leaving out PEXPIREAT")
	void lateCallLeavesNoKeyBehind() {
		queue();
		this.queue.join(2);
		this.queue.finish(0, LEFT);
		this.queue.finish(1, LEFT);
		retire();

		// a member shows an ended ticket, and the ticket office looks at the queue
		assertThat(this.queue.look(0).placeStatus()).isIn(LEFT, EXPIRED);
		this.queue.step();

		List<String> kept = this.queue.keys().stream().filter(this.redis::hasKey).toList();
		assertThat(kept).isNotEmpty().allMatch((key) -> this.redis.getExpire(key, TimeUnit.HOURS) >= 47);
	}

	@Test
	void queueThatNobodyJoinedExpires() {
		queue();
		this.queue.step();

		assertThat(this.redis.getExpire(this.queue.key("state"), TimeUnit.HOURS)).isBetween(47L, 49L);
		this.queue.join(1);
		assertThat(this.redis.getExpire(this.queue.key("state"))).isEqualTo(-1);
	}

	@Test
	@ProvesRule(rule = "Numbers of a forgotten draw are not given again", guard = "queue.lua:load_queue",
			brokenBy = "leaving out the last number of the draw")
	void forgottenDrawKeepsItsNumbers() {
		queue();
		this.queue.memory = new QueueMemory(40, true, System::nanoTime);

		PlaceScriptResult next = this.queue.join(1).get(0);

		assertThat(next.number()).isEqualTo(41);
		assertThat(next.placeStatus()).isEqualTo(ADMITTED);
		assertThat(next.snapshot().settling()).isFalse();
	}

	@Test
	@ProvesRule(rule = "A ticket shows that an old queue was lost and not forgotten", guard = "queue.lua:load_queue",
			brokenBy = "leaving out presented")
	void lostQueueOfAnOldDrawIsRestored() {
		queue();
		this.queue.join(3);
		this.queue.lose();
		this.queue.memory = new QueueMemory(1, true, System::nanoTime);

		assertThatThrownBy(() -> this.queue.look(2)).isInstanceOf(QueueRecoveringException.class);
		assertThat(this.queue.field("last_number")).isEqualTo(3);
	}

	@Test
	void memoryOfAQueueIsCounted() {
		queue();
		this.queue.join(200);

		QueueSizeReader.Size size = new QueueSizeReader(this.redis).read(this.queue.concert);

		assertThat(size.members()).isEqualTo(200);
		assertThat(size.bytes()).isBetween(20_000L, 200_000L);
	}

	private Double passEnd() {
		return this.redis.opsForZSet().score(this.queue.key("inside"), this.queue.member(0).toString());
	}

	private void queue() {
		this.queue = new QueueFixture(this.redis, QueueFixture.PATIENT);
	}

	private void retire() {
		this.queue.liveQueues.retire(this.queue.queue(), System.currentTimeMillis() + 60_000);
	}

}
