package app.frontrow.waitingroom.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.OnRealStores;
import app.frontrow.waitingroom.draw.DrawService;
import app.frontrow.waitingroom.draw.TestDraws;
import app.frontrow.waitingroom.memory.QueueMemory;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueSettings;
import app.frontrow.waitingroom.redis.PlaceScriptResult;
import app.frontrow.waitingroom.redis.QueueFixture;
import app.frontrow.waitingroom.redis.QueueStore.Look;
import app.frontrow.waitingroom.token.QueueTicket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;

import static app.frontrow.waitingroom.place.PlaceStatus.EXPIRED;
import static app.frontrow.waitingroom.place.PlaceStatus.LEFT;
import static app.frontrow.waitingroom.place.PlaceStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Members draw their places at the opening. Members who join later come after them.
 */
@SpringBootTest(classes = QueueFixture.Client.class)
@OnRealStores
class QueueDrawIT {

	private final TestDraws lottery = new TestDraws();

	private final DrawService draws = this.lottery.draws;

	@Autowired
	private StringRedisTemplate redis;

	private QueueFixture queue;

	@BeforeEach
	void notOpenYet() {
		this.queue = new QueueFixture(this.redis, QueueFixture.PATIENT);
		notOpen();
	}

	@AfterEach
	void forget() {
		this.queue.forget();
	}

	@Test
	@ProvesRule(rule = "Nobody is let in before the opening", guard = "queue.lua:open_sales",
			brokenBy = "leaving out the time of the opening")
	void beforeTheOpeningNobodyIsAdmittedAndThereIsNoOrder() {
		List<PlaceScriptResult> places = this.queue.join(5);

		assertThat(places).extracting(PlaceScriptResult::placeStatus).containsOnly(WAITING);
		assertThat(places).extracting(PlaceScriptResult::peopleAhead).containsOnly(-1L);
		assertThat(this.queue.step().isDrawn()).isFalse();
		assertThat(this.queue.look(4).peopleAhead()).isEqualTo(-1);
		assertThat(this.queue.inside()).isZero();
	}

	@Test
	void pollAfterTheDrawMustNameTheDrawnPlace() {
		this.queue.join(5);
		opens();

		assertThat(this.queue.look(this.queue.ticket(2), 0).status()).isEqualTo("DRAWN");
		assertThat(this.queue.look(this.queue.ticket(2), 4).placeStatus()).isEqualTo(WAITING);
		List<Look> together = List.of(new Look(this.queue.ticket(2), 4), new Look(this.queue.ticket(3), 0),
				new Look(this.queue.ticket(1), 5));
		assertThat(this.queue.lookTogether(together)).extracting(PlaceScriptResult::status)
			.containsExactly("WAITING", "DRAWN", "WAITING");
	}

	@Test
	void membersAreAdmittedInTheDrawnOrder() {
		this.queue.join(40);
		opens();
		assertThat(this.queue.look(this.queue.ticket(0), 0).status()).isEqualTo("DRAWN");
		assertThat(this.draws.findPlace(this.queue.ticket(0), 40)).isPositive();
		settle();
		int[] drawn = this.lottery.draw(this.queue.concert, 40);

		assertThat(letInOneByOne(40)).isEqualTo(IntStream.of(drawn).mapToObj(Long::valueOf).toList());
	}

	@Test
	void laterMembersQueueBehind() {
		this.queue.join(10);
		opens();
		PlaceScriptResult late = this.queue.join(1).get(0);
		settle();

		assertThat(late.number()).isEqualTo(11);
		List<Long> order = letInOneByOne(11);
		assertThat(order.get(10)).isEqualTo(11);
	}

	@Test
	@ProvesRule(rule = "A member who went away before the opening delays nobody",
			guard = "set_drawn_places.lua:polled_at", brokenBy = "leaving out the comparison of polled_at")
	void absentMembersDelayNobody() {
		this.queue.join(10);
		this.queue.finish(3, LEFT);
		String gone = this.queue.member(4) + ":" + (this.queue.now() - 91_000);
		this.redis.opsForHash().put(this.queue.key("early"), "5", gone);
		opens();
		settle();

		assertThat(this.queue.step().undecided() + this.queue.inside()).isEqualTo(8);
		assertThat(letInOneByOne(8)).hasSize(8).doesNotContain(4L, 5L);
		assertThat(look(3).placeStatus()).isEqualTo(LEFT);
		assertThat(look(4).placeStatus()).isEqualTo(EXPIRED);
	}

	@Test
	@ProvesRule(rule = "A member who leaves before the opening and comes back keeps the number",
			guard = "places.lua:finish", brokenBy = "finishing as after the opening")
	void memberWhoReturnsBeforeTheOpeningKeepsTheNumber() {
		this.queue.join(3);
		for (int i = 0; i < 20; i++) {
			this.queue.finish(1, LEFT);
			assertThat(this.queue.look(1).placeStatus()).isEqualTo(LEFT);
			PlaceScriptResult again = this.queue.join(this.queue.member(1));
			assertThat(again.number()).isEqualTo(2);
			assertThat(again.placeStatus()).isEqualTo(WAITING);
		}
		assertThat(this.queue.join(1).get(0).number()).isEqualTo(4);
		opens();
		settle();

		assertThat(letInOneByOne(4)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
	}

	@Test
	@ProvesRule(rule = "A member who comes back only after the opening queues behind",
			guard = "join.lua:is_before_opening", brokenBy = "leaving out is_before_opening")
	void memberWhoReturnsAfterTheOpeningQueuesBehind() {
		this.queue.join(3);
		this.queue.finish(1, LEFT);
		opens();
		this.queue.step();

		PlaceScriptResult late = this.queue.join(this.queue.member(1));

		assertThat(late.number()).isEqualTo(4);
		settle();
		assertThat(look(1).placeStatus()).isEqualTo(LEFT);
		this.queue.step();
		assertThat(passes()).extracting((pass) -> pass[1]).hasSize(3).endsWith(4L);
	}

	@Test
	@ProvesRule(rule = "A member who left does not get the number back while no places are given",
			guard = "join.lua:gives_new_places", brokenBy = "leaving out gives_new_places")
	void memberWhoLeftCannotRejoinADrainingQueue() {
		this.queue.join(1);
		this.queue.finish(0, LEFT);
		this.queue.mode = QueueMode.DRAINING;

		assertThat(this.queue.join(this.queue.member(0)).status()).isEqualTo("CLOSED");
	}

	@Test
	@ProvesRule(rule = "Members who left before the opening cost the others no time",
			guard = "set_drawn_places.lua:advance", brokenBy = "leaving out advance")
	void manyAbsentMembersAreSkippedAtOnce() {
		narrow(800, 20);
		this.queue.join(2_500);
		List<Integer> living = lastDrawn(10, 2_500);
		IntStream.range(0, 2_500).filter((i) -> !living.contains(i)).forEach((i) -> this.queue.finish(i, LEFT));
		living.forEach(this.queue::look);
		opens();
		settle();

		assertThat(this.queue.step().inside()).isEqualTo(3);
		assertThat(letInOneByOne(10)).isEqualTo(living.stream().map((i) -> i + 1L).toList());
	}

	@Test
	@ProvesRule(rule = "Absence before the opening counts from when members could last ask",
			guard = "set_drawn_places.lua:early_polls_until", brokenBy = "using drawn_at instead of early_polls_until")
	@ProvesRule(rule = "A member who could not ask before the opening is not passed over",
			guard = "queue.lua:early_polls_until", brokenBy = "always setting early_polls_until to now")
	void outageBeforeTheOpeningSkipsNobody() {
		this.queue.join(3);
		this.queue.step();
		// no instance has taken a step since, for longer than the absence time
		long lost = this.queue.now() - 300_000;
		this.queue.put("last_step_at", lost);
		this.redis.opsForHash().put(this.queue.key("early"), "1", this.queue.member(0) + ":" + (lost - 60_000));
		this.redis.opsForHash().put(this.queue.key("early"), "2", this.queue.member(1) + ":" + (lost - 91_000));
		opens();
		settle();
		this.queue.step();

		assertThat(passes()).extracting((pass) -> pass[1]).containsExactlyInAnyOrder(1L, 3L);
	}

	@Test
	@ProvesRule(rule = "The draw decides all places of members who had left, however far they are",
			guard = "DrawnPlacePublisher.publish", brokenBy = "publishing only the first band")
	void farMemberIsSkippedOnlyIfAbsentAtTheOpening() {
		narrow(800, 100);
		this.queue.join(2_500);
		opens();
		settle();
		assertThat(this.queue.field("places_known")).isEqualTo(800);
		assertThat(this.queue.step().deathCount()).isZero();

		// a changed opening does not change a draw that took place
		this.queue.opensAt = Instant.ofEpochMilli(this.queue.now()).plusSeconds(60);
		this.queue.put("front", 2_000);
		settle();

		assertThat(this.queue.field("places_known")).isEqualTo(2_500);
		assertThat(this.queue.step().deathCount()).isZero();
	}

	@Test
	void earlyPollsAreNotedTogether() {
		this.queue.join(3);
		this.queue.finish(1, LEFT);
		this.redis.opsForHash().put(this.queue.key("early"), "1", this.queue.member(0) + ":1");

		this.queue.store.noteEarly(this.queue.queue(), IntStream.range(0, 3).mapToObj(this.queue::ticket).toList());

		assertThat(this.redis.opsForHash().get(this.queue.key("early"), "1").toString()).doesNotEndWith(":1");
		assertThat(this.redis.opsForHash().get(this.queue.key("early"), "2").toString()).endsWith(":0");
		assertThat(this.queue.memory.hasLeft(2)).isTrue();
		assertThat(this.queue.memory.hasLeft(1)).isFalse();
	}

	@Test
	void manyInstancesPublishOneDraw() {
		this.queue.join(40);
		opens();
		settle();
		QueueSnapshot before = this.queue.step();

		new DrawnPlacePublisher(this.lottery.draws(), this.queue.store).publish(this.queue.queue(), before);

		assertThat(this.queue.field("places_known")).isEqualTo(40);
		assertThat(this.queue.step().deathCount()).isEqualTo(before.deathCount());
		assertThat(this.redis.hasKey(this.queue.key("early"))).isFalse();
	}

	@Test
	@ProvesRule(rule = "No more members are inside than the capacity", guard = "admission.lua:let_in",
			brokenBy = "making room for one more")
	void largeDrawIsPublishedInBatches() {
		this.queue.seatsLeft = 5_000;
		this.queue.join(1_201);
		opens();
		settle();

		assertThat(this.queue.field("places_known")).isEqualTo(1_201);
		assertThat(this.queue.step().waiting()).isEqualTo(1_198);
	}

	@Test
	void orderSurvivesATotalLoss() {
		this.queue.join(10);
		opens();
		settle();
		this.queue.step();
		this.queue.lose();
		this.queue.memory = new QueueMemory(10);
		this.queue.step();
		this.queue.put("settling_until", this.queue.now());
		this.queue.put("quarantine_until", this.queue.now());

		IntStream.range(0, 10).forEach(this::look);
		assertThat(letInOneByOne(10))
			.isEqualTo(IntStream.of(this.lottery.draw(this.queue.concert, 10)).mapToObj(Long::valueOf).toList());
	}

	@Test
	@ProvesRule(rule = "Numbers go on where they were after a loss", guard = "queue.lua:load_queue",
			brokenBy = "leaving out the caller's last number")
	void numbersBeforeTheOpeningSurviveALoss() {
		this.queue.join(6);
		this.queue.step();
		this.queue.lose();
		this.queue.step();
		this.queue.put("settling_until", this.queue.now());
		this.queue.put("quarantine_until", this.queue.now());

		assertThat(this.queue.look(2).peopleAhead()).isEqualTo(-1);
		assertThat(this.queue.join(1).get(0).number()).isEqualTo(7);
		opens();
		settle();
		// only two have polled since
		assertThat(letInOneByOne(2)).containsExactlyInAnyOrder(3L, 7L);
	}

	private void notOpen() {
		this.queue.opensAt = Instant.ofEpochMilli(this.queue.now()).plusSeconds(3_600);
	}

	/** A queue with a narrow band. Most of the drawn places are far. */
	private void narrow(long band, int absence) {
		this.queue.forget();
		QueueSettings settings = QueueFixture.settings(3, band / 4.0 / absence, Duration.ofSeconds(absence));
		assertThat(settings.bandWidth(settings.admissionsPerSecond())).isEqualTo(band);
		this.queue = new QueueFixture(this.redis, settings);
		notOpen();
	}

	/** The members who draw the last places, in the order of these. */
	private List<Integer> lastDrawn(int number, int lots) {
		return IntStream.of(this.lottery.draw(this.queue.concert, lots))
			.skip(lots - number)
			.mapToObj((drawn) -> drawn - 1)
			.toList();
	}

	private void opens() {
		this.queue.opensAt = Instant.ofEpochMilli(this.queue.now());
	}

	private void settle() {
		new DrawnPlacePublisher(this.draws, this.queue.store).publish(this.queue.queue(), this.queue.step());
	}

	private PlaceScriptResult look(int index) {
		QueueTicket ticket = this.queue.ticket(index);
		return this.queue.look(ticket, this.draws.findPlace(ticket, this.queue.memory.drawnPlaces()));
	}

	/**
	 * Numbers in the order in which they come in; each leaves when the next is let in.
	 */
	private List<Long> letInOneByOne(int number) {
		List<Long> order = new ArrayList<>();
		while (order.size() < number) {
			this.queue.step();
			List<long[]> passes = passes();
			if (passes.isEmpty()) {
				break;
			}
			order.add(passes.get(0)[1]);
			end(passes.get(0)[1]);
		}
		return order;
	}

	/** Place and number of everybody inside, by place. */
	private List<long[]> passes() {
		return this.redis.<String, String>opsForHash()
			.entries(this.queue.key("passes"))
			.entrySet()
			.stream()
			.map((pass) -> new long[] { Long.parseLong(pass.getValue().split(":")[2]), number(pass.getKey()) })
			.sorted((one, other) -> Long.compare(one[0], other[0]))
			.toList();
	}

	private long number(String member) {
		return Long.parseLong(((String) this.redis.opsForHash().get(this.queue.key("numbers"), member)).split(":")[0]);
	}

	private void end(long number) {
		this.queue.finish((int) number - 1, PlaceStatus.COMPLETED);
	}

}
