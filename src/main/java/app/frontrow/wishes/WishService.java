package app.frontrow.wishes;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.shared.limit.ActionRateLimiter;
import app.frontrow.shared.store.RetryingTransactionExecutor;

import org.springframework.stereotype.Service;

/**
 * Takes the wishes of members to be told when sales open or seats return.
 */
@Service
public class WishService {

	private final WishRepository wishes;

	private final CatalogueQueryService catalogue;

	private final ActionRateLimiter limit;

	private final RetryingTransactionExecutor transactions;

	WishService(WishRepository wishes, CatalogueQueryService catalogue, ActionRateLimiter limit,
			RetryingTransactionExecutor transactions) {
		this.wishes = wishes;
		this.catalogue = catalogue;
		this.limit = limit;
		this.transactions = transactions;
	}

	/**
	 * Stores the wish. The same wish again changes nothing.
	 * @return false if there is nothing to wait for, because sales are open or the
	 * concert has seats
	 * @throws app.frontrow.shared.error.NotFoundException if there is no such concert
	 * @throws app.frontrow.shared.error.TooManyRequestsException if the member did it too
	 * often
	 */
	public boolean add(UUID memberId, long concertId, WishKind kind) {
		this.limit.check("wish", memberId);
		if (!kind.fits(this.catalogue.getConcert(concertId).status())) {
			return false;
		}
		this.transactions.run(() -> this.wishes.add(memberId, concertId, kind));
		return true;
	}

	/** Deletes the wish, if the member has it. */
	public void withdraw(UUID memberId, long concertId, WishKind kind) {
		this.limit.check("wish", memberId);
		this.transactions.run(() -> this.wishes.withdraw(memberId, concertId, kind));
	}

	/** What the member waits for at this concert. */
	public Set<WishKind> findWaiting(UUID memberId, long concertId) {
		Set<WishKind> waiting = EnumSet.noneOf(WishKind.class);
		this.wishes.findByMember(memberId)
			.stream()
			.filter((wish) -> wish.concertId() == concertId && wish.toldAt() == null)
			.forEach((wish) -> waiting.add(wish.kind()));
		return waiting;
	}

}
