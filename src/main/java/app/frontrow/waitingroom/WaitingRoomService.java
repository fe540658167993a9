package app.frontrow.waitingroom;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.SalesNotOpenException;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.waitingroom.limit.PollRateLimiter;
import app.frontrow.waitingroom.place.Pass;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import app.frontrow.waitingroom.policy.QueueSettings;
import app.frontrow.waitingroom.policy.QueueTerms;
import app.frontrow.waitingroom.queue.QueueMetrics;
import app.frontrow.waitingroom.queue.QueuePlaceFactory;
import app.frontrow.waitingroom.queue.QueueService;
import app.frontrow.waitingroom.redis.PlaceScriptResult;
import app.frontrow.waitingroom.token.QueueTicket;
import app.frontrow.waitingroom.token.QueueTicketSigner;
import app.frontrow.waitingroom.token.QueueTokenInvalidException;
import app.frontrow.waitingroom.token.QueueTokenWrongConcertException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * The waiting room of every concert. It admits members in exact order, limits how many
 * are inside, and gives each member one place. A signed queue token identifies the place
 * of one member in the queue of one concert. Requests with an invalid token and too
 * frequent requests are refused without a call to a store.
 */
@Service
public class WaitingRoomService {

	private final QueueService queues;

	private final QueueTicketSigner signer;

	private final QueuePlaceFactory view;

	private final PollRateLimiter pollLimit;

	private final QueueMetrics metrics;

	private final CatalogueQueryService catalogue;

	private final QueueSettings settings;

	private final Clock clock;

	WaitingRoomService(QueueService queues, QueueTicketSigner signer, QueuePlaceFactory view, PollRateLimiter pollLimit,
			QueueMetrics metrics, CatalogueQueryService catalogue, QueueSettings settings, Clock clock) {
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
	 * Gives the member a place in the concert's queue, or returns the existing one. If
	 * the member joins before the opening, the place is drawn at the opening.
	 * @throws NotFoundException if there is no such concert
	 * @throws SalesNotOpenException if the waiting room is not open yet, after the last
	 * show, or if the ticket office gives no new places
	 * @throws SoldOutException if every seat is sold
	 */
	public JoinResult join(long concertId, UUID memberId) {
		Concert concert = this.catalogue.getConcert(concertId);
		if (concert.status() == SaleStatus.SOLD_OUT) {
			throw new SoldOutException(concertId);
		}
		if (!this.settings.isOpenForWaiting(concert, this.clock.instant())) {
			throw new SalesNotOpenException(concert);
		}
		return this.queues.join(concertId, memberId)
			.map((joined) -> new JoinResult(view(this.signer.sign(joined.ticket()), joined.ticket(), joined.answer()),
					joined.created()))
			.orElseThrow(() -> new SalesNotOpenException(concert));
	}

	/**
	 * Returns the current state of the place, and records that the member is still
	 * present. Near the front, it also admits the next members.
	 * @throws QueueTokenInvalidException if the token is not one of ours
	 * @throws TooManyRequestsException if the member polls too often; the place is kept
	 */
	public QueuePlace look(@Nullable String queueToken) {
		QueueTicket ticket = this.signer.read(queueToken);
		this.pollLimit.check(ticket);
		return ticket.isOver(this.clock.instant()) ? this.view.createEnded(queueToken, ticket, PlaceStatus.EXPIRED)
				: view(queueToken, ticket, this.queues.look(ticket));
	}

	/**
	 * Ends the place or the pass, so that the next member is admitted at once.
	 * @return the ended place; a place that had ended before stays unchanged
	 * @throws QueueTokenInvalidException if the token is not one of ours
	 * @throws TooManyRequestsException if the member used it much too often
	 */
	public QueuePlace leave(@Nullable String queueToken) {
		QueueTicket ticket = this.signer.read(queueToken);
		this.pollLimit.check(ticket);
		return this.view.createEnded(queueToken, ticket, this.queues.finish(ticket.pass(), PlaceStatus.LEFT));
	}

	/**
	 * Requires that the member is admitted to this concert.
	 * @param queueToken the token of the request, null if it has none
	 * @throws QueueTokenInvalidException if the token is missing, not one of ours or
	 * another member's
	 * @throws QueueTokenWrongConcertException if it is for another concert
	 * @throws SalesNotOpenException if the member waits for the opening of sales
	 * @throws NotYourTurnException if the member still waits
	 * @throws QueueTokenExpiredException if the place has ended
	 * @throws TooManyRequestsException if the token was refused much too often
	 */
	public Admission requireTurn(@Nullable String queueToken, UUID memberId, long concertId) {
		QueueTicket ticket = this.signer.read(queueToken, memberId, concertId);
		this.pollLimit.checkRefusals(ticket);
		if (ticket.isOver(this.clock.instant())) {
			this.pollLimit.countRefusal(ticket);
			throw new QueueTokenExpiredException(concertId, PlaceStatus.EXPIRED);
		}
		PlaceScriptResult answer = this.queues.look(ticket);
		QueuePlace place = view(queueToken, ticket, answer);
		if (place.status() == PlaceStatus.ADMITTED) {
			return new Admission(ticket.pass(), place,
					this.settings.pass().minusMillis(answer.snapshot().now() - answer.admittedAt()));
		}
		this.pollLimit.countRefusal(ticket);
		if (place.status() != PlaceStatus.WAITING) {
			throw new QueueTokenExpiredException(concertId, place.status());
		}
		if (place.position() == null) {
			throw new SalesNotOpenException(this.catalogue.getConcert(concertId));
		}
		throw new NotYourTurnException(place);
	}

	/**
	 * Reads the pass from the token. It does not check whether the member is admitted.
	 * @throws QueueTokenInvalidException if the token is missing, not one of ours or
	 * another member's
	 * @throws QueueTokenWrongConcertException if it is for another concert
	 */
	public Pass identify(String queueToken, UUID memberId, long concertId) {
		return this.signer.read(queueToken, memberId, concertId).pass();
	}

	/**
	 * Requires that the token belongs to the member.
	 * @throws QueueTokenInvalidException if it does not
	 */
	public void requireOwner(@Nullable String queueToken, UUID memberId) {
		this.signer.read(queueToken, memberId);
	}

	/**
	 * Sets the end of a pass: the end of the hold, or the normal end of the pass.
	 * @param holdEndsAt end of the hold; null if the member has no hold
	 */
	public void adjustPass(Pass pass, @Nullable Instant holdEndsAt) {
		this.queues.extend(pass, (holdEndsAt != null) ? holdEndsAt.toEpochMilli() : 0);
	}

	/** Ends the pass of a member who has paid and has no other hold. */
	public void complete(Pass pass) {
		this.queues.finish(pass, PlaceStatus.COMPLETED);
	}

	/** Ends the pass of a member whose hold has run out. */
	public void expire(Pass pass) {
		this.queues.finish(pass, PlaceStatus.EXPIRED);
	}

	/**
	 * Reads the member's number from the token. The draw uses this number.
	 * @throws QueueTokenInvalidException if the token is not one of ours
	 */
	public long readNumber(String queueToken) {
		return this.signer.read(queueToken).number();
	}

	private QueuePlace view(String queueToken, QueueTicket ticket, PlaceScriptResult answer) {
		QueueTerms terms = this.queues.getTerms(ticket.concertId());
		QueuePlace place = this.view.create(queueToken, ticket, answer, terms);
		this.metrics.record(ticket, place, answer, terms);
		return place;
	}

}
