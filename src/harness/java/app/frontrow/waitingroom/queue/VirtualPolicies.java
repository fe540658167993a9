package app.frontrow.waitingroom.queue;

import java.util.random.RandomGenerator;

import app.frontrow.waitingroom.draw.TestDraws;
import app.frontrow.waitingroom.policy.QueueSettings;

/**
 * Gives a simulation the product's own policies.
 */
public final class VirtualPolicies {

	private VirtualPolicies() {
	}

	/**
	 * What members are told, and when they ask again, with random numbers from this
	 * source.
	 */
	public static QueuePlaceFactory places(QueueSettings settings, TestDraws draws, RandomGenerator random) {
		return new QueuePlaceFactory(new PollIntervalPolicy(settings, () -> random), draws.draws);
	}

}
