package app.frontrow.waitingroom;

import java.time.Instant;
import java.util.UUID;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.SaleStatus;
import app.frontrow.catalogue.SalesNotOpenException;
import app.frontrow.shared.NotFoundException;
import app.frontrow.waitingroom.QueueStore.Place;

import org.springframework.stereotype.Service;

/**
 * The waiting room of every concert: exact order, a bounded number inside, one place per
 * member. A queue token stands for a place; it is signed, and belongs to one member and
 * one concert.
 */
@Service
public class WaitingRoom {

	private final QueueStore queues;

	private final TicketSigner signer;

	private final PlaceView view;

	private final Catalogue catalogue;

	WaitingRoom(QueueStore queues, TicketSigner signer, PlaceView view, Catalogue catalogue) {
		this.queues = queues;
		this.signer = signer;
		this.view = view;
		this.catalogue = catalogue;
	}

	/**
	 * Gives the member a place in the concert's queue, or tells the one they have.
	 * @throws NotFoundException if there is no such concert
	 * @throws SalesNotOpenException before sales open and after the last show
	 * @throws SoldOutException if every seat is sold
	 */
	public Joined join(long concertId, UUID memberId) {
		Concert concert = this.catalogue.concert(concertId);
		if (concert.status() == SaleStatus.SOLD_OUT) {
			throw new SoldOutException(concertId);
		}
		if (concert.status() != SaleStatus.ON_SALE) {
			throw new SalesNotOpenException(concert);
		}
		Place place = this.queues.join(concertId, memberId, concert.seatsLeft());
		Ticket ticket = new Ticket(concertId, memberId, place.epoch(), place.seq(),
				Instant.ofEpochSecond(place.issuedAt() / 1000));
		return new Joined(this.view.of(ticket, place), place.created());
	}

	/**
	 * Where the place stands. Asking is what keeps it.
	 * @throws QueueTokenInvalidException if the token is not one of ours
	 */
	public QueuePlace look(String queueToken) {
		Ticket ticket = this.signer.read(queueToken);
		return look(ticket);
	}

	/**
	 * Gives up the place, or hands the pass back; the next one comes in at once.
	 * @return the place as it ended; one that had ended before stays as it was
	 * @throws QueueTokenInvalidException if the token is not one of ours
	 */
	public QueuePlace leave(String queueToken) {
		Ticket ticket = this.signer.read(queueToken);
		return this.view.ended(ticket, this.queues.finish(ticket.concertId(), ticket.memberId(), ticket.seq(),
				PlaceStatus.LEFT, seatsLeft(ticket.concertId())));
	}

	/**
	 * Lets only an admitted member pass.
	 * @param queueToken the token of the request, null if it has none
	 * @param memberId who asks
	 * @param concertId for which concert
	 * @throws QueueTokenInvalidException if the token is missing, not one of ours or
	 * another member's; no store is asked
	 * @throws QueueTokenWrongConcertException if it is for another concert; no store is
	 * asked
	 * @throws NotYourTurnException if the member still waits
	 * @throws QueueTokenExpiredException if the place has ended
	 */
	public Pass requireTurn(String queueToken, UUID memberId, long concertId) {
		Pass pass = identify(queueToken, memberId, concertId);
		QueuePlace place = look(this.signer.read(queueToken));
		return switch (place.status()) {
			case ADMITTED -> pass;
			case WAITING -> throw new NotYourTurnException(place);
			default -> throw new QueueTokenExpiredException(concertId, place.status());
		};
	}

	/**
	 * Checks whose token it is and for which concert, without asking whether it is that
	 * member's turn; no store is asked.
	 * @throws QueueTokenInvalidException if the token is missing, not one of ours or
	 * another member's
	 * @throws QueueTokenWrongConcertException if it is for another concert
	 */
	public Pass identify(String queueToken, UUID memberId, long concertId) {
		Ticket ticket = verify(queueToken, memberId);
		if (ticket.concertId() != concertId) {
			throw new QueueTokenWrongConcertException(concertId);
		}
		return new Pass(concertId, memberId, ticket.seq());
	}

	/**
	 * Checks whose token it is; no store is asked.
	 * @throws QueueTokenInvalidException if the token is missing, not one of ours or
	 * another member's
	 */
	public void requireOwn(String queueToken, UUID memberId) {
		verify(queueToken, memberId);
	}

	/**
	 * Makes a pass last as long as a hold made with it, or back to its own length.
	 * @param holdEnd end of the member's hold, null when there is none any more
	 */
	public void followHold(Pass pass, Instant holdEnd) {
		this.queues.extend(pass.concertId(), pass.memberId(), pass.seq(),
				(holdEnd != null) ? holdEnd.toEpochMilli() : 0);
	}

	/**
	 * Ends the pass of a member who has paid. Doing it again changes nothing.
	 */
	public void complete(Pass pass) {
		finish(pass, PlaceStatus.COMPLETED);
	}

	/**
	 * Ends the pass of a member whose hold ran out. Doing it again changes nothing.
	 */
	public void expire(Pass pass) {
		finish(pass, PlaceStatus.EXPIRED);
	}

	private void finish(Pass pass, PlaceStatus status) {
		this.queues.finish(pass.concertId(), pass.memberId(), pass.seq(), status, seatsLeft(pass.concertId()));
	}

	private QueuePlace look(Ticket ticket) {
		return this.view.of(ticket, this.queues.look(ticket, seatsLeft(ticket.concertId())));
	}

	private Ticket verify(String queueToken, UUID memberId) {
		Ticket ticket = this.signer.read(queueToken);
		if (!ticket.memberId().equals(memberId)) {
			throw new QueueTokenInvalidException();
		}
		return ticket;
	}

	/** Seats not yet sold; none when the concert is over or gone. */
	private int seatsLeft(long concertId) {
		try {
			return this.catalogue.concert(concertId).seatsLeft();
		}
		catch (NotFoundException gone) {
			return 0;
		}
	}

}
