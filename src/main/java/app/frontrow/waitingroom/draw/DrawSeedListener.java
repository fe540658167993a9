package app.frontrow.waitingroom.draw;

import app.frontrow.catalogue.edit.ConcertEdited;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fixes the seed of a concert's draw when the concert is added or announced, in the same
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
