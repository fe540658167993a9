package app.frontrow.chaos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

import app.frontrow.chaos.Fault.Kind;

/**
 * The monkey's plan: an endless series of faults that the seed alone decides. They are
 * dealt from a shuffled deck, so that each kind has its turn soon.
 */
final class FaultPlan {

	private static final List<Kind> SHORT = List.of(Kind.INSTANCE_KILLED, Kind.INSTANCE_KILLED, Kind.INSTANCE_KILLED,
			Kind.INSTANCE_FROZEN, Kind.DATABASE_KILLED, Kind.DATABASE_KILLED, Kind.DATABASE_FROZEN, Kind.REDIS_KILLED,
			Kind.REDIS_KILLED, Kind.REDIS_FROZEN, Kind.REDIS_LOST, Kind.ANSWERS_CUT, Kind.ANSWERS_CUT,
			Kind.ANSWERS_CUT);

	private final Random random;

	private final boolean patient;

	private final Deque<Kind> deck = new ArrayDeque<>();

	/**
	 * The plan of a seed.
	 * @param patient whether there is time for faults that last half a minute
	 */
	FaultPlan(long seed, boolean patient) {
		this.random = new Random(seed);
		this.patient = patient;
	}

	/** The number of faults after which each kind has had its turn. */
	int deckSize() {
		return kinds().size();
	}

	private List<Kind> kinds() {
		List<Kind> kinds = new ArrayList<>(SHORT);
		if (this.patient) {
			kinds.add(Kind.INSTANCE_FROZEN_PAST_ITS_LEASES);
		}
		return kinds;
	}

	Fault next() {
		if (this.deck.isEmpty()) {
			List<Kind> kinds = kinds();
			Collections.shuffle(kinds, this.random);
			this.deck.addAll(kinds);
		}
		Kind kind = this.deck.poll();
		return new Fault(kind, between(500, 3_000), length(kind), this.random.nextInt(ChaosEnvironment.INSTANCES));
	}

	private long length(Kind kind) {
		return switch (kind) {
			case INSTANCE_KILLED, REDIS_KILLED, REDIS_LOST -> between(0, 2_000);
			case DATABASE_KILLED -> between(0, 4_000);
			case INSTANCE_FROZEN, DATABASE_FROZEN, REDIS_FROZEN -> between(2_000, this.patient ? 14_000 : 6_000);
			case INSTANCE_FROZEN_PAST_ITS_LEASES -> between(31_000, 35_000);
			case ANSWERS_CUT -> between(3_000, 5_000);
		};
	}

	private long between(int from, int to) {
		return this.random.nextInt(from, to);
	}

}
