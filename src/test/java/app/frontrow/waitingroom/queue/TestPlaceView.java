package app.frontrow.waitingroom.queue;

import app.frontrow.waitingroom.draw.TestDraws;
import app.frontrow.waitingroom.policy.QueueSettings;

/**
 * Views of places, for tests of other packages.
 */
public final class TestPlaceView {

	private TestPlaceView() {
	}

	/** A view that asks members to poll as these settings say. */
	public static QueuePlaceFactory of(QueueSettings settings) {
		return new QueuePlaceFactory(new PollIntervalPolicy(settings), new TestDraws().draws);
	}

}
