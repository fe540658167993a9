package app.frontrow.waitingroom.policy;

import java.time.Instant;

import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.WaitingRoomOpening;

import org.springframework.stereotype.Component;

/**
 * Tells the catalogue when the waiting room of a concert opens.
 */
@Component
class Prequeue implements WaitingRoomOpening {

	private final QueueSettings settings;

	Prequeue(QueueSettings settings) {
		this.settings = settings;
	}

	@Override
	public Instant of(Concert concert) {
		return this.settings.waitingRoomOpensAt(concert.salesOpenAt());
	}

}
