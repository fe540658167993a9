package app.frontrow.booking.seat;

import java.util.List;

import app.frontrow.catalogue.ConcertHasSalesException;
import app.frontrow.catalogue.PricesChanged;
import app.frontrow.catalogue.ShowsScheduled;
import app.frontrow.catalogue.ShowsWithdrawn;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates, reprices and removes seats within the transaction that changes the concert. It
 * refuses a change of held or sold seats.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SeatInventoryListener {

	private final SeatRepository seats;

	private final SeatChangeCounter changes;

	SeatInventoryListener(SeatRepository seats, SeatChangeCounter changes) {
		this.seats = seats;
		this.changes = changes;
	}

	@EventListener
	void createSeats(ShowsScheduled event) {
		this.seats.create(event.showIds(), event.prices());
		countChanges(event.concertId(), event.showIds());
	}

	@EventListener
	void removeSeats(ShowsWithdrawn event) {
		if (this.seats.lockAndCountLive(event.showIds()) > 0) {
			throw new ConcertHasSalesException(event.concertId());
		}
		this.seats.remove(event.showIds());
		countChanges(event.concertId(), event.showIds());
	}

	@EventListener
	void repriceSeats(PricesChanged event) {
		if (event.showIds().isEmpty()) {
			return;
		}
		if (this.seats.lockAndCountLive(event.showIds()) > 0) {
			throw new ConcertHasSalesException(event.concertId());
		}
		this.seats.remove(event.showIds());
		this.seats.create(event.showIds(), event.prices());
		countChanges(event.concertId(), event.showIds());
	}

	private void countChanges(long concertId, List<Long> showIds) {
		showIds.forEach((showId) -> this.changes.countAfterCommit(concertId, showId));
	}

}
