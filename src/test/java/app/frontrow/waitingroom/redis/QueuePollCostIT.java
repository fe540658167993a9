package app.frontrow.waitingroom.redis;

import java.util.Properties;
import java.util.stream.IntStream;

import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.OnRealStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

import static app.frontrow.waitingroom.place.PlaceStatus.ADMITTED;
import static app.frontrow.waitingroom.place.PlaceStatus.COMPLETED;
import static app.frontrow.waitingroom.place.PlaceStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a near poll costs: it does what this poll needs, and shares the step with others.
 */
@SpringBootTest(classes = QueueFixture.Client.class)
@OnRealStores
class QueuePollCostIT {

	/** All steps of a test are one. */
	private static final long LONG = 600_000;

	@Autowired
	private StringRedisTemplate redis;

	private QueueFixture queue;

	@BeforeEach
	void manyWait() {
		this.queue = new QueueFixture(this.redis, QueueFixture.PATIENT, LONG);
		this.queue.join(300);
	}

	@AfterEach
	void forget() {
		this.queue.forget();
	}

	@Test
	@ProvesRule(rule = "Near polls share a step", guard = "look.lua:was_just_taken", brokenBy = "always taking a step")
	void pollAfterAStepCostsFewCommands() {
		this.queue.step();
		this.queue.step();
		long before = commands();
		IntStream.range(100, 200).forEach((i) -> this.queue.look(i));
		double perPoll = (commands() - before) / 100.0;

		// the script itself is one of them
		assertThat(perPoll).isLessThan(13);
	}

	@Test
	void placeThatGetsFreeIsTakenAtOnce() {
		assertThat(this.queue.look(3).placeStatus()).isEqualTo(WAITING);

		this.queue.finish(0, COMPLETED);

		assertThat(this.queue.look(3).placeStatus()).isEqualTo(ADMITTED);
	}

	@Test
	@ProvesRule(rule = "A member who joins an empty queue comes in at once", guard = "places.lua:register",
			brokenBy = "leaving out stepped_at")
	void memberWhoJoinsComesInAtOnce() {
		QueueFixture empty = new QueueFixture(this.redis, QueueFixture.PATIENT, LONG);
		try {
			empty.step();
			assertThat(empty.join(1).get(0).placeStatus()).isEqualTo(ADMITTED);
			assertThat(empty.join(1).get(0).placeStatus()).isEqualTo(ADMITTED);
		}
		finally {
			empty.forget();
		}
	}

	private long commands() {
		Properties stats = this.redis
			.execute((RedisCallback<Properties>) (connection) -> connection.serverCommands().info("commandstats"));
		return stats.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().toString().contains("info"))
			.mapToLong((entry) -> Long.parseLong(entry.getValue().toString().split("[=,]")[1]))
			.sum();
	}

}
