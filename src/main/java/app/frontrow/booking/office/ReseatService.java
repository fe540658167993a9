package app.frontrow.booking.office;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.booking.office.SeatMoveRepository.LockedSeat;
import app.frontrow.booking.office.SeatMoveRepository.PaidOrder;
import app.frontrow.booking.payment.TicketCodeGenerator;
import app.frontrow.booking.reservation.SeatTakenException;
import app.frontrow.booking.seat.SeatChangeCounter;
import app.frontrow.booking.seat.TakenSeatCache;
import app.frontrow.mail.MailOutboxService;
import app.frontrow.shared.TimeOrderedUuid;
import app.frontrow.shared.error.NotFoundException;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exchanges a paid seat for a free one of the same show. The old ticket is void, and the
 * member gets a new one. No money moves, so the new seat must have the grade and price of
 * the paid one. An order that costs nothing may get any free seat.
 */
@Service
public class ReseatService {

	private final SeatMoveRepository moves;

	private final TicketCodeGenerator codes;

	private final TakenSeatCache takenSeats;

	private final SeatChangeCounter changes;

	private final MailOutboxService mails;

	ReseatService(SeatMoveRepository moves, TicketCodeGenerator codes, TakenSeatCache takenSeats,
			SeatChangeCounter changes, MailOutboxService mails) {
		this.moves = moves;
		this.codes = codes;
		this.takenSeats = takenSeats;
		this.changes = changes;
		this.mails = mails;
	}

	/**
	 * Exchanges one seat of the order.
	 * @param from a seat of the order
	 * @param to a seat of the same show
	 * @throws NotFoundException if there is no such order
	 * @throws NotReseatableException if the order is not paid, or has no such seat
	 * @throws ShowBegunException if the show has begun by the database's clock
	 * @throws SeatTakenException if the new seat is held, sold or blocked
	 * @throws OtherGradeException if the new seat has another grade or price
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public SeatMove reseat(UUID reservationId, int from, int to, StaffDecision decision) {
		PaidOrder order = this.moves.lockOrder(reservationId).orElseThrow(NotFoundException::new);
		if (!order.isPaid()) {
			throw new NotReseatableException();
		}
		if (order.hasBegun()) {
			throw new ShowBegunException();
		}
		List<LockedSeat> seats = this.moves.lockSeats(order.showId(), from, to);
		LockedSeat before = find(seats, from).filter((seat) -> reservationId.toString().equals(seat.owner()))
			.orElseThrow(NotReseatableException::new);
		LockedSeat after = find(seats, to).filter(LockedSeat::isFree)
			.orElseThrow(() -> new SeatTakenException(List.of(to), order.showId()));
		requireSamePrice(order, before, after);
		SeatMove move = new SeatMove(TimeOrderedUuid.next(), reservationId, order.memberId(), order.concertId(),
				order.showId(), from, to);
		this.takenSeats.add(order.showId(), List.of(to));
		exchange(move, after.grade());
		this.moves.insert(move, decision);
		this.mails.add("reseat", order.memberId(), move.id());
		this.changes.countAfterCommit(order.concertId(), order.showId());
		return move;
	}

	/** Returns an exchange, for the mail about it. */
	public Optional<MovedSeat> find(UUID moveId) {
		return this.moves.find(moveId);
	}

	private void exchange(SeatMove move, String grade) {
		try {
			this.moves.moveSeat(move, grade);
		}
		catch (DuplicateKeyException given) {
			// the order had this seat before and gave it back, and its history stays
			throw new NotReseatableException();
		}
		this.moves.exchangeTicket(move, this.codes.generate());
	}

	private static Optional<LockedSeat> find(List<LockedSeat> seats, int number) {
		return seats.stream().filter((seat) -> seat.number() == number).findFirst();
	}

	private static void requireSamePrice(PaidOrder order, LockedSeat before, LockedSeat after) {
		boolean same = before.grade().equals(after.grade()) && before.price() == after.price();
		if (!same && order.total() > 0) {
			throw new OtherGradeException(before.grade());
		}
	}

}
