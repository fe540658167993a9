package app.frontrow.waitingroom.queue;

import app.frontrow.waitingroom.draw.DrawService;
import app.frontrow.waitingroom.memory.QueueContext;
import app.frontrow.waitingroom.memory.QueueSnapshot;
import app.frontrow.waitingroom.redis.QueueStore;
import app.frontrow.waitingroom.redis.QueueStore.Seated;

import org.springframework.stereotype.Component;

/**
 * Stores the draw of a queue after the opening, and sends Redis the numbers that drew the
 * places near the front.
 */
@Component
class DrawnPlacePublisher {

	private final DrawService draws;

	private final QueueStore store;

	DrawnPlacePublisher(DrawService draws, QueueStore store) {
		this.draws = draws;
		this.store = store;
	}

	/** Sends the drawn places up to the end of the band. Repeating this is harmless. */
	void publish(QueueContext queue, QueueSnapshot snapshot) {
		long concertId = queue.concertId();
		Seated seated = new Seated(snapshot.placesKnown(), snapshot.front());
		long last = lastNear(seated, snapshot);
		while (seated.last() < last) {
			Seated next = this.store.sendDrawnPlaces(queue, seated.last() + 1,
					this.draws.numbersBetween(seated.last(), last, concertId, snapshot.drawnPlaces()));
			if (next.last() <= seated.last()) {
				return;
			}
			seated = next;
			last = lastNear(seated, snapshot);
		}
	}

	/** A dead place behind the band would count as ahead of far members before it. */
	private static long lastNear(Seated seated, QueueSnapshot snapshot) {
		return Math.min(snapshot.drawnPlaces(), seated.front() + snapshot.band());
	}

}
