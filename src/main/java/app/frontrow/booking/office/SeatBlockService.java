package app.frontrow.booking.office;

import java.util.List;
import java.util.UUID;

import app.frontrow.booking.reservation.SeatTakenException;
import app.frontrow.booking.seat.SeatChangeCounter;
import app.frontrow.booking.seat.SeatRepository;
import app.frontrow.booking.seat.TakenSeatCache;
import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.concert.Show;
import app.frontrow.shared.TimeOrderedUuid;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps seats from sale, and puts them on sale again. Visitors see a blocked seat as
 * sold.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SeatBlockService {

	private final SeatBlockRepository blocks;

	private final SeatRepository seats;

	private final TakenSeatCache takenSeats;

	private final SeatChangeCounter changes;

	private final CatalogueEditService catalogue;

	SeatBlockService(SeatBlockRepository blocks, SeatRepository seats, TakenSeatCache takenSeats,
			SeatChangeCounter changes, CatalogueEditService catalogue) {
		this.blocks = blocks;
		this.seats = seats;
		this.takenSeats = takenSeats;
		this.changes = changes;
		this.catalogue = catalogue;
	}

	/**
	 * Blocks all the seats or none. The caller must also call {@link #countBlocked}.
	 * @param numbers in ascending order
	 * @throws SeatTakenException if a seat is held, sold or blocked
	 */
	public void block(Show show, List<Integer> numbers, StaffDecision decision) {
		UUID blockId = TimeOrderedUuid.next();
		this.takenSeats.add(show.id(), numbers);
		if (this.blocks.block(blockId, show.id(), numbers) != numbers.size()) {
			List<Integer> taken = this.seats.findTaken(show.id(), numbers);
			throw new SeatTakenException(taken.isEmpty() ? numbers : taken, show.id());
		}
		this.blocks.insert(blockId, show.id(), numbers, decision);
		this.changes.countAfterCommit(show.concertId(), show.id());
	}

	/**
	 * Releases the blocked seats among the given ones, so they are on sale again. The
	 * caller must also call {@link #countReleased}.
	 * @param numbers in ascending order
	 * @return the seats that were blocked
	 */
	public List<Integer> release(Show show, List<Integer> numbers) {
		List<Integer> blocked = this.blocks.lockBlocked(show.id(), numbers);
		if (!blocked.isEmpty()) {
			this.blocks.release(show.id(), blocked);
			this.changes.countAfterCommit(show.concertId(), show.id());
		}
		return blocked;
	}

	/**
	 * Counts blocked seats as not available. Call this last, because payments for the
	 * show update the same row.
	 */
	public void countBlocked(Show show, int seats) {
		this.catalogue.countSold(show.concertId(), show.id(), seats);
	}

	/** Counts seats as available again. Call this last. */
	public void countReleased(Show show, int seats) {
		this.catalogue.countSold(show.concertId(), show.id(), -seats);
	}

}
