package app.frontrow.waitingroom.simulation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.policy.QueueSettings;
import app.frontrow.waitingroom.simulation.Counts.Kind;
import app.frontrow.waitingroom.simulation.Scenario.Arrivals;
import io.micrometer.core.instrument.MeterRegistry;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The same opening of a sale, once over HTTP and once in the simulator: 2,000 members, or
 * {@code -Dopening.crowd}, who are there half a minute before it. Both ask as often. A
 * machine that is too busy skips the comparison.
 */
class OpeningIT extends ProductTest {

	private static final Logger log = LoggerFactory.getLogger(OpeningIT.class);

	private static final int CROWD = Integer.getInteger("opening.crowd", 2_000);

	private static final long OPENS_AFTER = 50_000;

	/** For so long the polls after the opening are spread. */
	private static final long SPREAD = 30_000;

	private static final long LENGTH = OPENS_AFTER + SPREAD;

	/** Draws and intervals are random, so the counts are not equal. */
	private static final double TOLERANCE = 0.2;

	private static final Duration MAX_DELAY = Duration.ofSeconds(1);

	private static final long SEED = 20_300_501;

	@Autowired
	private WaitingRoomService waitingRoom;

	@Autowired
	private QueueSettings settings;

	@Autowired
	private MeterRegistry meters;

	/** Most members are far from the front: the band has 360 places per 2,000 members. */
	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry properties) {
		properties.add("frontrow.queue.admissions-per-second", () -> CROWD / 2_000.0);
		properties.add("frontrow.queue.capacity", () -> CROWD);
	}

	@Test
	@ProvesRule(rule = "Polls after an opening are spread", guard = "PollIntervalPolicy.millisBeforeOpening",
			brokenBy = "leaving out the spread")
	void crowdPollsAsInTheSimulator() throws Exception {
		Scenario scenario = new Scenario("opening", CROWD, 1, Arrivals.EARLY, OPENS_AFTER, LENGTH, 0, 0, LENGTH, 0, 0,
				this.settings);
		SimulationReport simulated = new QueueSimulation(scenario, SEED).play();
		assertThat(simulated.pollsAfterTheOpening()).isBetween(1, (int) simulated.boundAfterTheOpening());
		long concert = this.programme
			.register(ConcertFixture.draft(Instant.now().plus(Duration.ofMillis(OPENS_AFTER)), 1));
		HttpCrowd crowd = new HttpCrowd(scenario,
				URI.create("http://127.0.0.1:" + this.port + "/api/v1/queue-tokens/current"),
				() -> this.waitingRoom.join(concert, UUID.randomUUID()).place(), System.nanoTime());
		long notes = scripts("note_early");
		long looks = scripts("look");

		Counts polls = crowd.play(SEED);

		int most = polls.peak(Kind.POLL, OPENS_AFTER, LENGTH);
		log.info("{} members: {} polls before the opening (simulated {}) and {} after it ({}), in the busiest second"
				+ " {} ({}, bound {}); {} calls tell Redis who polled early, {} calls are for near polls ({}); a poll was"
				+ " {} ms late at most", CROWD, early(polls), early(simulated.counts()), late(polls),
				late(simulated.counts()), most, simulated.pollsAfterTheOpening(), simulated.boundAfterTheOpening(),
				scripts("note_early") - notes, scripts("look") - looks, simulated.counts().total(Kind.NEAR_CALL),
				crowd.longestDelay().toMillis());
		assumeThat(crowd.longestDelay()).as("on a busy machine members ask later than they are told")
			.isLessThan(MAX_DELAY);
		assertThat(scripts("note_early") - notes).isLessThan(early(polls) / 10);
		assertThat((double) most).isCloseTo(simulated.pollsAfterTheOpening(),
				withinShare(simulated.pollsAfterTheOpening()));
		assertThat((double) early(polls)).isCloseTo(early(simulated.counts()), withinShare(early(polls)));
	}

	private static long early(Counts counts) {
		return counts.total(Kind.POLL, 0, OPENS_AFTER);
	}

	private static long late(Counts counts) {
		return counts.total(Kind.POLL, OPENS_AFTER, LENGTH);
	}

	private static Offset<Double> withinShare(double number) {
		return Offset.offset(TOLERANCE * number);
	}

	private long scripts(String name) {
		return this.meters.get("frontrow.queue.script").tag("script", name).timer().count();
	}

}
