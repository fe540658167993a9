package app.frontrow.waitingroom.redis;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.OnRealStores;
import app.frontrow.waitingroom.memory.QueueMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;

import static app.frontrow.waitingroom.place.PlaceStatus.ADMITTED;
import static app.frontrow.waitingroom.place.PlaceStatus.COMPLETED;
import static app.frontrow.waitingroom.place.PlaceStatus.EXPIRED;
import static app.frontrow.waitingroom.place.PlaceStatus.LEFT;
import static app.frontrow.waitingroom.place.PlaceStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Order, limit and rate of the queue's scripts, with one caller at a time.
 */
@SpringBootTest(classes = QueueFixture.Client.class)
@OnRealStores
class QueueScriptRunnerIT {

	@Autowired
	private StringRedisTemplate redis;

	private QueueFixture queue;

	@AfterEach
	void forget() {
		this.queue.forget();
	}

	@Test
	void membersAreAdmittedInOrderUpToTheCapacity() {
		queue(3, 1_000);
		List<PlaceScriptResult> places = this.queue.join(7);

		assertThat(places).extracting(PlaceScriptResult::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
		assertThat(places).extracting(PlaceScriptResult::placeStatus)
			.containsExactly(ADMITTED, ADMITTED, ADMITTED, WAITING, WAITING, WAITING, WAITING);
		assertThat(places.subList(3, 7)).extracting(PlaceScriptResult::peopleAhead).containsExactly(0L, 1L, 2L, 3L);
		assertThat(this.queue.count()).containsExactly(4L, 3L);
	}

	@Test
	void firstMemberIsAdmittedFirstAndLeaverIsSkipped() {
		queue(1, 1_000);
		this.queue.join(4);
		this.queue.finish(1, LEFT);

		assertThat(this.queue.look(2).peopleAhead()).isZero();
		this.queue.finish(0, COMPLETED);

		assertThat(this.queue.look(0).placeStatus()).isEqualTo(COMPLETED);
		assertThat(this.queue.look(1).placeStatus()).isEqualTo(LEFT);
		assertThat(this.queue.look(2).placeStatus()).isEqualTo(ADMITTED);
		assertThat(this.queue.look(3).placeStatus()).isEqualTo(WAITING);
	}

	@Test
	@ProvesRule(rule = "Each of the members who ask together hears of their own place", guard = "look.lua:standing_of",
			brokenBy = "answering standing_of(looks[1]) for all")
	void batchedPollsGetTheirOwnPlaces() {
		queue(2, 1_000);
		this.queue.join(6);
		this.queue.finish(3, LEFT);
		this.queue.finish(0, COMPLETED);

		List<PlaceScriptResult> places = this.queue.look(List.of(5, 0, 2, 4, 3, 1, 5));

		assertThat(places).extracting(PlaceScriptResult::placeStatus)
			.containsExactly(WAITING, COMPLETED, ADMITTED, WAITING, LEFT, ADMITTED, WAITING);
		assertThat(places).extracting(PlaceScriptResult::peopleAhead).containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 1L);
		assertThat(places).extracting(PlaceScriptResult::number).containsExactly(6L, 1L, 3L, 5L, 4L, 2L, 6L);
	}

	@Test
	void batchedPollsAreAdmittedTogether() {
		queue(2, 1_000);
		this.queue.join(4);
		long over = this.queue.now() - 1;
		this.queue.date("inside", this.queue.member(0), over);
		this.queue.date("inside", this.queue.member(1), over);

		assertThat(this.queue.look(List.of(3, 2, 1))).extracting(PlaceScriptResult::placeStatus)
			.containsExactly(ADMITTED, ADMITTED, EXPIRED);
	}

	@Test
	@ProvesRule(rule = "A member has one place, however often they join", guard = "join.lua:number_of",
			brokenBy = "giving a new number each time")
	void repeatedJoinKeepsOnePlace() {
		queue(1, 1_000);
		this.queue.join(1);
		UUID mina = UUID.randomUUID();

		PlaceScriptResult first = this.queue.store.join(this.queue.queue(), mina, true);
		PlaceScriptResult again = this.queue.store.join(this.queue.queue(), mina, true);

		assertThat(first.status()).isEqualTo("GIVEN");
		assertThat(again.status()).isEqualTo("KNOWN");
		assertThat(again.number()).isEqualTo(first.number()).isEqualTo(2);
		assertThat(again.issuedAt()).isEqualTo(first.issuedAt());
	}

	@Test
	void memberWhoLeftJoinsAtTheEnd() {
		queue(1, 1_000);
		this.queue.join(3);
		this.queue.finish(1, LEFT);

		PlaceScriptResult second = this.queue.join(this.queue.member(1));

		assertThat(second.number()).isEqualTo(4);
		assertThat(second.peopleAhead()).isEqualTo(1);
		assertThat(this.queue.look(1).placeStatus()).isEqualTo(LEFT);
		assertThat(this.queue.finish(1, EXPIRED)).isEqualTo(LEFT);
		assertThat(this.queue.look(this.queue.ticket(this.queue.member(1), second)).placeStatus()).isEqualTo(WAITING);
	}

	@Test
	@ProvesRule(rule = "Admission keeps its rate after a burst of one second", guard = "admission.lua:has_budget",
			brokenBy = "leaving out BURST_MS")
	void rateAllowsABurstOfOneSecondAndThenKeepsItsPace() {
		queue(QueueFixture.MANY, 5);
		long begin = this.queue.now();
		this.queue.join(40);

		assertThat(this.queue.inside()).isBetween(5L, most(5, begin));

		await().pollInterval(Duration.ofMillis(20)).until(() -> {
			this.queue.step();
			return this.queue.now() - begin > 2_100;
		});
		assertThat(this.queue.inside()).isBetween(4 + 2_100 / 200L, most(5, begin));
	}

	@Test
	@ProvesRule(rule = "An admission budget that nobody needed does not add up", guard = "admission.lua:let_in",
			brokenBy = "leaving out \"math.max(queue.next_admission_at, now)\"")
	void unusedBudgetDoesNotAccumulate() {
		queue(QueueFixture.MANY, 5);
		this.queue.join(1);
		this.redis.opsForHash()
			.put(this.queue.key("state"), "next_admission_at", String.valueOf(this.queue.now() - 3_600_000));
		long begin = this.queue.now();
		this.queue.join(20);

		assertThat(this.queue.inside()).isBetween(6L, 1 + most(5, begin));
	}

	@Test
	void slowRateAdmitsOneAtATime() {
		queue(QueueFixture.MANY, 0.01);
		this.queue.join(3);

		assertThat(this.queue.inside()).isEqualTo(1);
	}

	@Test
	void snapshotHasTheLatestAdmissions() {
		queue(60, 1_000);
		long begin = this.queue.now();
		PlaceScriptResult last = this.queue.join(61).get(60);

		assertThat(last.placeStatus()).isEqualTo(WAITING);
		assertThat(last.snapshot().knownAdmissions()).isEqualTo(50);
		assertThat(last.snapshot().oldestAdmissionAt()).isBetween(begin, last.snapshot().now());
	}

	@Test
	void newQueueGetsAnEpochAndKeepsIt() {
		queue(1, 1_000);
		List<PlaceScriptResult> places = this.queue.join(3);

		String epoch = places.get(0).snapshot().epoch();
		assertThat(places).extracting((place) -> place.snapshot().epoch()).containsOnly(epoch);
		assertThat(epoch).hasSize(8);
	}

	@Test
	void queueIsLiveUntilItIsEmptyAndQuiet() {
		queue(1, 1_000);
		this.queue.join(1);
		String id = String.valueOf(this.queue.concert);
		assertThat(this.queue.liveQueues.findLiveConcerts()).contains(id);

		assertThat(this.queue.liveQueues.retire(this.queue.queue(), System.currentTimeMillis() - 60_000)).isFalse();
		assertThat(this.queue.liveQueues.findLiveConcerts()).contains(id);
		assertThat(this.queue.liveQueues.retire(this.queue.queue(), System.currentTimeMillis() + 60_000)).isTrue();
		assertThat(this.queue.liveQueues.findLiveConcerts()).doesNotContain(id);
		assertThat(this.redis.getExpire(this.queue.key("numbers"), TimeUnit.HOURS)).isBetween(47L, 49L);

		// the next join makes it live again
		this.queue.join(1);
		assertThat(this.redis.getExpire(this.queue.key("numbers"))).isEqualTo(-1);
	}

	@Test
	@ProvesRule(rule = "A queue that was forgotten does not look lost", guard = "queue.lua:load_queue",
			brokenBy = "leaving out forgotten")
	void queueContinuesAfterWeeksOfSilence() {
		queue(1, 1_000);
		this.queue.join(2);
		this.queue.finish(0, LEFT);
		this.queue.finish(1, LEFT);
		this.queue.liveQueues.retire(this.queue.queue(), System.currentTimeMillis() + 60_000);
		assertThat(this.queue.keys()).allMatch((key) -> this.redis.getExpire(key, TimeUnit.HOURS) != -1);
		this.queue.keys().stream().filter((key) -> this.redis.getExpire(key) > 0).forEach(this.redis::delete);
		this.queue.memory = new QueueMemory(0, true, System::nanoTime);

		PlaceScriptResult third = this.queue.join(1).get(0);

		assertThat(third.number()).isEqualTo(1);
		assertThat(third.placeStatus()).isEqualTo(ADMITTED);
		assertThat(this.redis.getExpire(this.queue.key("state"))).isEqualTo(-1);
	}

	/** A crowd that joins, leaves and pays at random; the same crowd in every run. */
	@Test
	void randomCrowdIsAdmittedInOrderWithoutLosingPositions() {
		queue(4, 1_000);
		Random random = new Random(20_300_501);
		Map<Integer, Long> positions = new HashMap<>();
		Set<Integer> gone = new HashSet<>();
		long lastIn = 0;
		int crowd = 0;
		for (int i = 0; i < 2_000; i++) {
			int index = (crowd > 0) ? random.nextInt(crowd) : -1;
			int move = random.nextInt(10);
			if (index < 0 || move == 0) {
				this.queue.join(1);
				crowd++;
			}
			else if (move == 1 && gone.add(index)) {
				this.queue.finish(index, random.nextBoolean() ? LEFT : COMPLETED);
			}
			else {
				List<Integer> some = random.ints(1 + random.nextInt(5), 0, crowd)
					.boxed()
					.filter((one) -> !gone.contains(one))
					.toList();
				List<PlaceScriptResult> places = this.queue.look(some);
				for (int j = 0; j < some.size(); j++) {
					long ahead = (places.get(j).placeStatus() == WAITING) ? places.get(j).peopleAhead() : -1;
					Long before = positions.put(some.get(j), ahead);
					assertThat((before != null) ? before : Long.MAX_VALUE).isGreaterThanOrEqualTo(ahead);
				}
			}
			assertThat(this.queue.inside()).isLessThanOrEqualTo(4);
			lastIn = highestAdmittedInOrder(lastIn);
		}
		assertThat(crowd).isGreaterThan(100);
	}

	/** All waiting members have higher numbers than all admitted members. */
	private long highestAdmittedInOrder(long before) {
		Set<String> inside = this.redis.opsForZSet().range(this.queue.key("inside"), 0, -1);
		Set<String> waiting = this.redis.opsForZSet().range(this.queue.key("waiting"), 0, 0);
		long highest = inside.stream().mapToLong(this::number).reduce(before, Math::max);
		waiting.forEach((member) -> assertThat(number(member)).isGreaterThan(highest));
		return highest;
	}

	private long number(String member) {
		String place = (String) this.redis.opsForHash().get(this.queue.key("numbers"), member);
		return Long.parseLong(place.split(":")[0]);
	}

	private void queue(int capacity, double rate) {
		this.queue = new QueueFixture(this.redis, QueueFixture.settings(capacity, rate));
	}

	/** Most that the rate of five a second can have let in since then. */
	private long most(int burst, long begin) {
		return burst + (this.queue.now() - begin) / 200 + 1;
	}

}
