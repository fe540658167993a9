package app.frontrow.waitingroom.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import app.frontrow.waitingroom.draw.TestDraws;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.queue.QueuePlaceFactory;
import app.frontrow.waitingroom.queue.StepSchedule;
import app.frontrow.waitingroom.queue.StepSchedule.Turn;
import app.frontrow.waitingroom.queue.VirtualPolicies;
import app.frontrow.waitingroom.redis.PlaceScriptResult;
import app.frontrow.waitingroom.simulation.Counts.Kind;
import app.frontrow.waitingroom.token.QueueTicket;

/**
 * All instances. A poll comes to any of them, which answers from its snapshot or asks the
 * queue in Redis.
 */
class VirtualSite {

	static final long CONCERT = 42;

	private static final UUID ANYBODY = new UUID(0, 0);

	/** Near polls within this time after a step take no other one. */
	private static final long STEP_SHARE_MS = 50;

	private final Scenario scenario;

	private final VirtualQueue queue;

	private final EarlyMembers early;

	private final Counts counts;

	private final Random random;

	private final List<VirtualInstance> instances = new ArrayList<>();

	private final QueuePlaceFactory places;

	private final QueueTerms terms;

	private long claimedAt;

	private long steppedAt;

	VirtualSite(Scenario scenario, VirtualQueue queue, EarlyMembers early, TestDraws draws, Agenda agenda,
			Counts counts, Random random) {
		this.scenario = scenario;
		this.queue = queue;
		this.early = early;
		this.counts = counts;
		this.random = random;
		this.places = VirtualPolicies.places(scenario.settings(), draws, random);
		this.terms = new QueueTerms(scenario.settings().capacity(), scenario.settings().admissionsPerSecond(),
				QueueMode.OPEN, Integer.MAX_VALUE, Instant.ofEpochMilli(scenario.opensAt()));
		StepSchedule schedule = new StepSchedule(scenario.settings());
		for (int i = 0; i < scenario.instances(); i++) {
			this.instances.add(new VirtualInstance(schedule, agenda, random));
		}
	}

	/** Lets the instances tick whose time has come. */
	void tick(long now) {
		for (VirtualInstance instance : this.instances) {
			if (instance.isTickDue(now)) {
				tick(instance, now);
			}
		}
	}

	private void tick(VirtualInstance instance, long now) {
		Turn turn = instance.turn(now);
		boolean claims = turn == Turn.SHARED && now - this.claimedAt >= StepSchedule.SHARED_INTERVAL_MS;
		this.counts.add(Kind.TICK, now, (turn == Turn.SHARED) ? 1 : 0);
		if (turn == Turn.OWN || claims) {
			this.claimedAt = claims ? now : this.claimedAt;
			step(now);
			instance.learn(this.queue.snapshot(now), now);
			this.counts.add(Kind.TICK, now, 1);
		}
		if (!this.queue.isDrawn()) {
			this.counts.add(Kind.PRESENCE, now, instance.sendPresence((number) -> this.early.poll((int) number, now)));
		}
	}

	private void step(long now) {
		this.queue.step(now);
		this.steppedAt = now;
	}

	/**
	 * Answers who has just joined. The call has said enough about a far or early place.
	 */
	PlaceScriptResult answerToJoin(int number, long now) {
		VirtualInstance instance = anyInstance();
		QueueSnapshot latest = this.queue.snapshot(now);
		instance.learn(latest, now);
		if (!latest.isDrawn()) {
			return PlaceScriptResult.ofEarlyMember(ticket(number), latest);
		}
		return latest.isFar(number) ? PlaceScriptResult.ofFarPlace(ticket(number), number, latest)
				: ask(instance, ticket(number), number, now);
	}

	private VirtualInstance anyInstance() {
		return this.instances.get(this.random.nextInt(this.instances.size()));
	}

	/**
	 * Answers a poll.
	 * @return null if it needs Redis, which is away
	 */
	PlaceScriptResult answer(int number, int place, long now) {
		VirtualInstance instance = anyInstance();
		QueueSnapshot snapshot = instance.fresh(now);
		QueueTicket ticket = ticket(number);
		if (snapshot != null && !snapshot.isDrawn() && number <= snapshot.lastNumber()) {
			instance.presence().note(ticket, this.scenario.settings().absence().dividedBy(2));
			return PlaceScriptResult.ofEarlyMember(ticket, snapshot);
		}
		if (snapshot != null && snapshot.isFar(place)) {
			return PlaceScriptResult.ofFarPlace(ticket, place, snapshot);
		}
		return this.scenario.isOutageAt(now) ? null : ask(instance, ticket, place, now);
	}

	private PlaceScriptResult ask(VirtualInstance instance, QueueTicket ticket, int place, long now) {
		this.counts.add(Kind.NEAR_POLL, now, 1);
		this.counts.add(Kind.NEAR_CALL, now, instance.startsCall(now) ? 1 : 0);
		boolean alive = true;
		if (this.queue.isDrawn()) {
			alive = this.queue.look(place, now);
			if (now - this.steppedAt >= STEP_SHARE_MS) {
				step(now);
			}
		}
		else {
			this.early.poll((int) ticket.number(), now);
		}
		QueueSnapshot latest = this.queue.snapshot(now);
		instance.learn(latest, now);
		if (!this.queue.isDrawn()) {
			return PlaceScriptResult.ofEarlyMember(ticket, latest);
		}
		if (this.queue.isInside(place)) {
			this.queue.look(place, now);
			return answer(ticket, "ADMITTED", 0, latest, place);
		}
		return answer(ticket, alive ? "WAITING" : "EXPIRED", this.queue.peopleAhead(place), latest, place);
	}

	private static PlaceScriptResult answer(QueueTicket ticket, String status, long ahead, QueueSnapshot latest,
			int place) {
		return new PlaceScriptResult(status, ticket.number(), 0, ahead, latest.now(), latest.now(), latest, place);
	}

	/** Returns when the member is told to ask again, in milliseconds. */
	long pollAfter(PlaceScriptResult answer) {
		return this.places.create("", ticket((int) answer.number()), answer, this.terms).pollAfterMs();
	}

	private static QueueTicket ticket(int number) {
		return new QueueTicket(CONCERT, ANYBODY, number, Instant.EPOCH);
	}

}
