package app.frontrow.waitingroom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import app.frontrow.RunningProduct;
import app.frontrow.stores.OnRealStores;
import app.frontrow.waitingroom.QueueStore.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;

import static app.frontrow.waitingroom.PlaceStatus.ADMITTED;
import static app.frontrow.waitingroom.PlaceStatus.EXPIRED;
import static app.frontrow.waitingroom.PlaceStatus.LEFT;
import static app.frontrow.waitingroom.PlaceStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/**
 * Before the opening there is no order; at the opening it is drawn by lot; who comes
 * later queues behind.
 */
@SpringBootTest(classes = TestQueue.Client.class)
@OnRealStores
class QueueDrawIT {

	private final DrawRecords records = mock();

	private final Lottery lottery = new Lottery(RunningProduct.TOKEN_KEY);

	private final Draws draws = new Draws(this.lottery, this.records);

	@Autowired
	private StringRedisTemplate redis;

	private TestQueue queue;

	@BeforeEach
	void notOpenYet() {
		this.queue = new TestQueue(this.redis, TestQueue.PATIENT);
		this.queue.opensAt = Instant.ofEpochMilli(this.queue.now()).plusSeconds(3_600);
	}

	@AfterEach
	void forget() {
		this.queue.forget();
	}

	@Test
	void beforeTheOpeningNobodyIsLetInAndThereIsNoOrder() {
		List<PlaceAnswer> places = this.queue.join(5);

		assertThat(places).extracting(PlaceAnswer::placeStatus).containsOnly(WAITING);
		assertThat(places).extracting(PlaceAnswer::ahead).containsOnly(-1L);
		assertThat(this.queue.step().isDrawn()).isFalse();
		assertThat(this.queue.look(4).ahead()).isEqualTo(-1);
		assertThat(this.queue.inside()).isZero();
	}

	@Test
	void whoAsksAfterTheDrawMustSayWhichPlaceItWas() {
		this.queue.join(5);
		opens();

		assertThat(this.queue.look(this.queue.ticket(2), 0).status()).isEqualTo("DRAWN");
		assertThat(this.queue.look(this.queue.ticket(2), 4).placeStatus()).isEqualTo(WAITING);
		List<Look> together = List.of(new Look(this.queue.ticket(2), 4), new Look(this.queue.ticket(3), 0),
				new Look(this.queue.ticket(1), 5));
		assertThat(this.queue.store.look(this.queue.queue(), together)).extracting(PlaceAnswer::status)
			.containsExactly("WAITING", "DRAWN", "WAITING");
	}

	@Test
	void theOrderIsTheOneThatWasDrawn() {
		this.queue.join(40);
		opens();
		assertThat(this.queue.look(this.queue.ticket(0), 0).status()).isEqualTo("DRAWN");
		assertThat(this.draws.place(this.queue.ticket(0), 40)).isPositive();
		settle();
		int[] drawn = this.lottery.draw(this.queue.concert, 40);

		assertThat(letInOneByOne(40)).isEqualTo(IntStream.of(drawn).mapToObj(Long::valueOf).toList());
		verify(this.records).insert(this.queue.concert, 40);
	}

	@Test
	void whoComesLaterQueuesBehind() {
		this.queue.join(10);
		opens();
		PlaceAnswer late = this.queue.join(1).get(0);
		settle();

		assertThat(late.number()).isEqualTo(11);
		List<Long> order = letInOneByOne(11);
		assertThat(order.get(10)).isEqualTo(11);
	}

	@Test
	void whoLeftOrWentAwayBeforeTheOpeningHoldsNobodyUp() {
		this.queue.join(10);
		this.queue.finish(3, LEFT);
		String gone = this.queue.member(4) + ":" + (this.queue.now() - 91_000);
		this.redis.opsForHash().put(this.queue.key("pq"), "5", gone);
		opens();
		settle();

		assertThat(this.queue.step().undecided() + this.queue.inside()).isEqualTo(8);
		assertThat(letInOneByOne(8)).hasSize(8).doesNotContain(4L, 5L);
		assertThat(look(3).placeStatus()).isEqualTo(LEFT);
		assertThat(look(4).placeStatus()).isEqualTo(EXPIRED);
	}

	@Test
	void drawIsSettledOnceHoweverManyInstancesDoIt() {
		this.queue.join(40);
		opens();
		settle();
		QueueSnapshot before = this.queue.step();

		new Draws(this.lottery, this.records).settle(this.queue.queue(), before, this.queue.store);

		assertThat(this.queue.field("seated")).isEqualTo(40);
		assertThat(this.queue.step().deaths()).isEqualTo(before.deaths());
		assertThat(this.redis.hasKey(this.queue.key("pq"))).isFalse();
	}

	@Test
	void manyLotsAreSettledInBatches() {
		this.queue.seatsLeft = 5_000;
		this.queue.join(1_201);
		opens();
		settle();

		assertThat(this.queue.field("seated")).isEqualTo(1_201);
		assertThat(this.queue.step().waiting()).isEqualTo(1_198);
	}

	@Test
	void orderSurvivesTheLossOfEverything() {
		this.queue.join(10);
		opens();
		settle();
		this.queue.step();
		this.queue.lose();
		this.queue.memory = new QueueMemory(10);
		this.queue.step();
		this.queue.put("settle", this.queue.now());
		this.queue.put("quarantine", this.queue.now());

		IntStream.range(0, 10).forEach(this::look);
		assertThat(letInOneByOne(10))
			.isEqualTo(IntStream.of(this.lottery.draw(this.queue.concert, 10)).mapToObj(Long::valueOf).toList());
	}

	@Test
	void numbersBeforeTheOpeningSurviveALossToo() {
		this.queue.join(6);
		this.queue.step();
		this.queue.lose();
		this.queue.step();
		this.queue.put("settle", this.queue.now());
		this.queue.put("quarantine", this.queue.now());

		assertThat(this.queue.look(2).ahead()).isEqualTo(-1);
		assertThat(this.queue.join(1).get(0).number()).isEqualTo(7);
		opens();
		settle();
		// only two have asked since
		assertThat(letInOneByOne(2)).containsExactlyInAnyOrder(3L, 7L);
	}

	private void opens() {
		this.queue.opensAt = Instant.ofEpochMilli(this.queue.now());
	}

	private void settle() {
		this.draws.settle(this.queue.queue(), this.queue.step(), this.queue.store);
	}

	private PlaceAnswer look(int index) {
		Ticket ticket = this.queue.ticket(index);
		return this.queue.look(ticket, this.draws.place(ticket, this.queue.memory.lots()));
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
			.entries(this.queue.key("p"))
			.entrySet()
			.stream()
			.map((pass) -> new long[] { Long.parseLong(pass.getValue().split(":")[2]), number(pass.getKey()) })
			.sorted((one, other) -> Long.compare(one[0], other[0]))
			.toList();
	}

	private long number(String member) {
		return Long.parseLong(((String) this.redis.opsForHash().get(this.queue.key("u"), member)).split(":")[0]);
	}

	private void end(long number) {
		this.queue.finish((int) number - 1, PlaceStatus.COMPLETED);
	}

}
