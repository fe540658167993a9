package app.frontrow.waitingroom;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Concert;
import app.frontrow.catalogue.SaleStatus;
import app.frontrow.catalogue.SalesNotOpenException;
import app.frontrow.shared.NotFoundException;
import app.frontrow.shared.TooManyRequestsException;
import app.frontrow.waitingroom.limit.PollLimit;
import app.frontrow.waitingroom.place.Pass;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.policy.QueueSettings;
import app.frontrow.waitingroom.queue.PlaceView;
import app.frontrow.waitingroom.queue.QueueFigures;
import app.frontrow.waitingroom.queue.QueueMetrics;
import app.frontrow.waitingroom.queue.Queues;
import app.frontrow.waitingroom.redis.PlaceAnswer;
import app.frontrow.waitingroom.token.QueueTokenInvalidException;
import app.frontrow.waitingroom.token.Ticket;
import app.frontrow.waitingroom.token.TicketSigner;

import org.springframework.stereotype.Service;

/**
 * The waiting room of every concert: exact order, a bounded number inside, one place per
 * member. A queue token stands for a place; it is signed, and belongs to one member and
 * one concert.
 */
@Service
public class WaitingRoom {

	private final Queues queues;

	private final TicketSigner signer;

	private final PlaceView view;

	private final PollLimit pollLimit;

	private final QueueMetrics metrics;

	private final Catalogue catalogue;

	private final QueueSettings settings;

	private final Clock clock;

	WaitingRoom(Queues queues, TicketSigner signer, PlaceView view, PollLimit pollLimit, QueueMetrics metrics,
			Catalogue catalogue, QueueSettings settings, Clock clock) {
		this.queues = queues;
		this.signer = signer;
		this.view = view;
		this.pollLimit = pollLimit;
		this.metrics = metrics;
		this.catalogue = catalogue;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Gives the member a place in the concert's queue, or tells the one they have. Who
	 * comes before the opening of sales, but not too early, gets a place by lot at the
	 * opening.
	 * @throws NotFoundException if there is no such concert
	 * @throws SalesNotOpenException long before sales open, after the last show, and when
	 * no new places are given
	 * @throws SoldOutException if every seat is sold
	 */
	public Joined join(long concertId, UUID memberId) {
		Concert concert = this.catalogue.concert(concertId);
		if (concert.status() == SaleStatus.SOLD_OUT) {
			throw new SoldOutException(concertId);
		}
		if (!isOpenForWaiting(concert)) {
			throw new SalesNotOpenException(concert);
		}
		return this.queues.join(concertId, memberId)
			.map((joined) -> new Joined(view(this.signer.sign(joined.ticket()), joined.ticket(), joined.answer()),
					joined.created()))
			.orElseThrow(() -> new SalesNotOpenException(concert));
	}

	/** From some time before the opening of sales until the end. */
	private boolean isOpenForWaiting(Concert concert) {
		return concert.status() == SaleStatus.ON_SALE || (concert.status() == SaleStatus.UPCOMING
				&& !this.clock.instant().isBefore(this.settings.opening(concert.salesOpenAt())));
	}

	/**
	 * Where the place stands. Asking is what keeps it; near the front, asking also moves
	 * the queue on.
	 * @throws QueueTokenInvalidException if the token is not one of ours; no store is
	 * asked
	 * @throws TooManyRequestsException if it is asked for much faster than told; no store
	 * is asked, and the place is kept
	 */
	public QueuePlace look(String queueToken) {
		Ticket ticket = this.signer.read(queueToken);
		this.pollLimit.check(ticket);
		return look(queueToken, ticket);
	}

	/**
	 * Gives up the place, or hands the pass back; the next one comes in at once.
	 * @return the place as it ended; one that had ended before stays as it was
	 * @throws QueueTokenInvalidException if the token is not one of ours
	 * @throws TooManyRequestsException if it was used much too often; no store is asked
	 */
	public QueuePlace leave(String queueToken) {
		Ticket ticket = this.signer.read(queueToken);
		this.pollLimit.check(ticket);
		return this.view.ended(queueToken, ticket,
				this.queues.finish(ticket.concertId(), ticket.memberId(), ticket.seq(), PlaceStatus.LEFT));
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
	 * @throws SalesNotOpenException if the member waits for the opening of sales
	 * @throws NotYourTurnException if the member still waits
	 * @throws QueueTokenExpiredException if the place has ended
	 * @throws TooManyRequestsException if it was refused much too often; no store is
	 * asked
	 */
	public Admission requireTurn(String queueToken, UUID memberId, long concertId) {
		Ticket ticket = verify(queueToken, memberId, concertId);
		this.pollLimit.checkRefusals(ticket);
		if (ticket.isOver(this.clock.instant())) {
			this.pollLimit.refused(ticket);
			throw new QueueTokenExpiredException(concertId, PlaceStatus.EXPIRED);
		}
		PlaceAnswer answer = this.queues.look(ticket);
		QueuePlace place = view(queueToken, ticket, answer);
		if (place.status() == PlaceStatus.ADMITTED) {
			return new Admission(ticket.pass(), place,
					this.settings.pass().minusMillis(answer.snapshot().now() - answer.admittedAt()));
		}
		this.pollLimit.refused(ticket);
		if (place.status() != PlaceStatus.WAITING) {
			throw new QueueTokenExpiredException(concertId, place.status());
		}
		throw (place.position() != null) ? new NotYourTurnException(place)
				: new SalesNotOpenException(this.catalogue.concert(concertId));
	}

	/**
	 * Checks whose token it is and for which concert, without asking whether it is that
	 * member's turn; no store is asked.
	 * @throws QueueTokenInvalidException if the token is missing, not one of ours or
	 * another member's
	 * @throws QueueTokenWrongConcertException if it is for another concert
	 */
	public Pass identify(String queueToken, UUID memberId, long concertId) {
		return verify(queueToken, memberId, concertId).pass();
	}

	/**
	 * Checks whose token it is; no store is asked.
	 * @throws QueueTokenInvalidException if the token is missing, not one of ours or
	 * another member's
	 */
	public void requireOwn(String queueToken, UUID memberId) {
		this.signer.read(queueToken, memberId);
	}

	/**
	 * Makes a pass last as long as a hold made with it, or back to its own length.
	 * @param holdEnd end of the member's hold, null when there is none any more
	 */
	public void followHold(Pass pass, Instant holdEnd) {
		this.queues.extend(pass, Optional.ofNullable(holdEnd).map(Instant::toEpochMilli).orElse(0L));
	}

	/**
	 * Ends the pass of a member who has paid and holds nothing more. Doing it again
	 * changes nothing.
	 */
	public void complete(Pass pass) {
		this.queues.finish(pass.concertId(), pass.memberId(), pass.seq(), PlaceStatus.COMPLETED);
	}

	/**
	 * Ends the pass of a member whose hold ran out. Doing it again changes nothing.
	 */
	public void expire(Pass pass) {
		this.queues.finish(pass.concertId(), pass.memberId(), pass.seq(), PlaceStatus.EXPIRED);
	}

	/**
	 * The number that the token was given: which came first, and what takes part in the
	 * draw.
	 * @throws QueueTokenInvalidException if the token is not one of ours; no store is
	 * asked
	 */
	public long number(String queueToken) {
		return this.signer.read(queueToken).seq();
	}

	/** How the concert's queue stands. */
	public QueueFigures figures(long concertId) {
		return this.queues.figures(concertId);
	}

	private QueuePlace look(String queueToken, Ticket ticket) {
		return ticket.isOver(this.clock.instant()) ? this.view.ended(queueToken, ticket, PlaceStatus.EXPIRED)
				: view(queueToken, ticket, this.queues.look(ticket));
	}

	private QueuePlace view(String queueToken, Ticket ticket, PlaceAnswer answer) {
		QueuePlace place = this.view.of(queueToken, ticket, answer, this.queues.terms(ticket.concertId()));
		this.metrics.note(ticket, place, answer.snapshot().now());
		return place;
	}

	private Ticket verify(String queueToken, UUID memberId, long concertId) {
		Ticket ticket = this.signer.read(queueToken, memberId);
		if (ticket.concertId() != concertId) {
			throw new QueueTokenWrongConcertException(concertId);
		}
		return ticket;
	}

}
