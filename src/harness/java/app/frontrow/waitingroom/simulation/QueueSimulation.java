package app.frontrow.waitingroom.simulation;

import java.time.Duration;
import java.util.BitSet;
import java.util.Random;

import app.frontrow.waitingroom.draw.TestDraws;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.redis.PlaceScriptResult;
import app.frontrow.waitingroom.simulation.Counts.Kind;

/**
 * Plays one scenario, millisecond by millisecond.
 */
class QueueSimulation {

	/** After a 503 a client asks again after this time, and up to twice of it. */
	private static final int RETRY_MS = 3_000;

	private final Scenario scenario;

	private final Random random;

	private final Agenda agenda;

	private final VirtualCrowd crowd;

	private final VirtualQueue queue;

	private final EarlyMembers early;

	private final VirtualSite site;

	private final FairnessCheck fairness;

	private final Counts counts;

	/** Members who know that they are inside. */
	private final BitSet toldInside = new BitSet();

	/**
	 * Makes a simulation that is not played yet.
	 * @param seed chooses the random numbers; the same seed gives the same simulation
	 */
	QueueSimulation(Scenario scenario, long seed) {
		TestDraws draws = new TestDraws();
		this.scenario = scenario;
		this.random = new Random(seed);
		this.agenda = new Agenda(scenario.members());
		this.crowd = new VirtualCrowd(scenario, this.random);
		this.early = new EarlyMembers(scenario, draws, VirtualSite.CONCERT);
		this.fairness = new FairnessCheck(scenario);
		this.counts = new Counts(scenario.length());
		this.queue = new VirtualQueue(scenario.members(), scenario.settings(), this::admitted);
		this.site = new VirtualSite(scenario, this.queue, this.early, draws, this.agenda, this.counts, this.random);
	}

	/** Plays it, and returns what happened. */
	SimulationReport play() {
		long begun = System.nanoTime();
		for (int member = 0; member < this.scenario.members(); member++) {
			this.agenda.enter(member, this.crowd.arrive(member));
		}
		while (this.agenda.now() < this.scenario.length() - 1) {
			this.agenda.advance(this::act);
			long now = this.agenda.now();
			if (!this.scenario.isOutageAt(now)) {
				openIfDue(now);
				this.site.tick(now);
			}
		}
		return new SimulationReport(this.scenario, this.crowd, this.counts, this.fairness,
				Duration.ofNanos(System.nanoTime() - begun));
	}

	private void openIfDue(long now) {
		if (!this.queue.isDrawn() && now >= this.scenario.opensAt()) {
			BitSet absent = this.early.draw((int) this.queue.lastNumber(), now);
			this.fairness.open((int) this.queue.lastNumber(), absent);
			this.queue.open(now, absent);
			this.crowd.absentMembers().forEach((member) -> this.fairness.goAway(placeOf(member)));
		}
	}

	/** The member joins, polls, goes away or comes back, or is done inside. */
	private void act(int member) {
		long now = this.agenda.now();
		long delay;
		if (this.crowd.isAway(member, now)) {
			this.fairness.goAway(placeOf(member));
			delay = this.crowd.leave(member);
		}
		else if (this.toldInside.get(member)) {
			delay = finish(member, now);
		}
		else {
			delay = (this.crowd.number(member) == 0) ? join(member, now) : poll(member, now);
		}
		if (delay > 0) {
			this.agenda.enter(member, now + delay);
		}
	}

	/** Returns the time until the member acts again, 0 if never. */
	private long join(int member, long now) {
		if (this.scenario.isOutageAt(now)) {
			return refuse(now);
		}
		this.counts.add(Kind.JOIN, now, 1);
		int number = this.queue.join(now);
		this.crowd.join(member, number, now);
		this.early.poll(number, now);
		if (this.queue.isDrawn()) {
			this.fairness.join(number);
		}
		return hear(member, this.site.answerToJoin(number, now), now);
	}

	private long poll(int member, long now) {
		this.counts.add(Kind.POLL, now, 1);
		return hear(member, this.site.answer(this.crowd.number(member), placeOf(member), now), now);
	}

	/** The member hears about the place. */
	private long hear(int member, PlaceScriptResult answer, long now) {
		this.crowd.comeBack(member);
		int place = placeOf(member);
		if (answer == null) {
			return refuse(now);
		}
		if (answer.placeStatus() == PlaceStatus.EXPIRED) {
			this.crowd.lose();
			this.fairness.goAway(place);
			return 0;
		}
		if (this.queue.isDrawn()) {
			this.fairness.poll(place);
		}
		if (answer.placeStatus() == PlaceStatus.ADMITTED) {
			this.toldInside.set(member);
			return 1 + (long) (-Math.log(1 - this.random.nextDouble()) * this.scenario.insideFor());
		}
		return this.site.pollAfter(answer);
	}

	private long refuse(long now) {
		this.counts.add(Kind.REFUSED, now, 1);
		return RETRY_MS + this.random.nextInt(RETRY_MS);
	}

	private long finish(int member, long now) {
		if (this.scenario.isOutageAt(now)) {
			return refuse(now);
		}
		this.queue.finish(placeOf(member), now);
		return 0;
	}

	private int placeOf(int member) {
		return this.queue.isDrawn() ? this.early.placeOf(this.crowd.number(member)) : 0;
	}

	private void admitted(int place) {
		this.crowd.admit(this.crowd.member(this.early.numberOf(place)), this.agenda.now());
		this.fairness.admit(place);
	}

}
