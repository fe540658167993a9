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
		this.draws.record(concertId, snapshot.drawnPlaces());
		Seated seated = new Seated(snapshot.placesKnown(), snapshot.front());
		while (seated.last() < Math.min(snapshot.drawnPlaces(), seated.front() + snapshot.band())) {
			Seated next = this.store.sendDrawnPlaces(queue, seated.last() + 1,
					this.draws.numbersAfter(seated.last(), concertId, snapshot.drawnPlaces()));
			if (next.last() <= seated.last()) {
				return;
			}
			seated = next;
		}
	}

}
