package app.frontrow.office.concert;

import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.idempotency.IdempotencyService;
import app.frontrow.idempotency.IdempotentOperation;
import app.frontrow.idempotency.IdempotentRequest;
import app.frontrow.members.Member;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Adds concerts for the ticket office. A request that is sent several times adds one
 * concert.
 */
@Service
public class ConcertPlanService {

	private final CatalogueEditService programme;

	private final OfficeConcertService concerts;

	private final IdempotencyService requests;

	ConcertPlanService(CatalogueEditService programme, OfficeConcertService concerts, IdempotencyService requests) {
		this.programme = programme;
		this.concerts = concerts;
		this.requests = requests;
	}

	/**
	 * Adds a concert.
	 * @param announced whether everybody sees it; otherwise it is a draft
	 * @param key the client's idempotency key, or null
	 * @throws InvalidInputException naming each field that breaks a rule
	 */
	public CreatedConcert register(Member actor, ConcertDraft draft, boolean announced, @Nullable String key) {
		record Content(ConcertDraft draft, boolean announced) {
		}
		IdempotentOperation<CreatedConcert> operation = () -> new CreatedConcert(
				this.programme.register(draft, announced));
		return this.requests.run(
				new IdempotentRequest(actor.id(), "office/concerts", key, new Content(draft, announced)),
				CreatedConcert.class, operation);
	}

	/**
	 * Copies a concert into a new draft: texts, prices, cancellation rules and all shows
	 * that are not cancelled. Orders and the state of seats are not copied.
	 * @param key the client's idempotency key, or null
	 * @throws NotFoundException if there is no such concert
	 * @throws InvalidInputException if the title or the day breaks a rule
	 */
	public CreatedConcert copy(Member actor, long id, ConcertCopy copy, @Nullable String key) {
		record Content(long id, ConcertCopy copy) {
		}
		IdempotentOperation<CreatedConcert> operation = () -> register(
				copy.toDraft(this.concerts.get(id), this.programme.getDraft(id)));
		return this.requests.run(new IdempotentRequest(actor.id(), "office/copies", key, new Content(id, copy)),
				CreatedConcert.class, operation);
	}

	private CreatedConcert register(ConcertDraft draft) {
		try {
			return new CreatedConcert(this.programme.register(draft, false));
		}
		catch (InvalidInputException invalid) {
			throw ConcertCopy.withFieldsOfCopy(invalid);
		}
	}

}
