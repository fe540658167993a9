package app.frontrow.waitingroom.policy;

import java.time.Instant;

import app.frontrow.catalogue.WaitingRoomOpeningPolicy;
import app.frontrow.catalogue.concert.Concert;

import org.springframework.stereotype.Component;

/**
 * Tells the catalogue when the waiting room of a concert opens.
 */
@Component
class PrequeueOpeningPolicy implements WaitingRoomOpeningPolicy {

	private final QueueSettings settings;

	PrequeueOpeningPolicy(QueueSettings settings) {
		this.settings = settings;
	}

	@Override
	public Instant opensAt(Concert concert) {
		return this.settings.waitingRoomOpensAt(concert.salesOpenAt());
	}

}
