package app.frontrow.waitingroom.queue;

import app.frontrow.waitingroom.draw.TestDraws;
import app.frontrow.waitingroom.policy.QueueSettings;

/**
 * Gives a simulation the product's own policies.
 */
public final class VirtualPolicies {

	private VirtualPolicies() {
	}

	/** What members are told, and when they ask again. */
	public static QueuePlaceFactory places(QueueSettings settings, TestDraws draws) {
		return new QueuePlaceFactory(new PollIntervalPolicy(settings), draws.draws);
	}

}
