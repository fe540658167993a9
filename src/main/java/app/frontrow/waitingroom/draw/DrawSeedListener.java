package app.frontrow.waitingroom.draw;

import app.frontrow.catalogue.edit.ConcertEdited;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Pins the seed of the draw with each concert that is added, or announced, in its
 * transaction.
 */
@Component
class DrawSeedListener {

	private final DrawSeedService seeds;

	DrawSeedListener(DrawSeedService seeds) {
		this.seeds = seeds;
	}

	@EventListener
	void pinSeed(ConcertEdited event) {
		if (event.before() == null || event.announced()) {
			this.seeds.pin(event.concertId());
		}
	}

}
