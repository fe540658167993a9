package app.frontrow.wishes;

import java.util.List;
import java.util.UUID;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.limit.ActionRateLimiter;
import app.frontrow.shared.store.RetryingTransactionExecutor;

import org.springframework.stereotype.Service;

/**
 * The concerts that a member has marked as favourites.
 */
@Service
public class FavouriteService {

	private static final int MOST_SHOWN = 200;

	private final FavouriteRepository favourites;

	private final CatalogueQueryService catalogue;

	private final ActionRateLimiter limit;

	private final RetryingTransactionExecutor transactions;

	FavouriteService(FavouriteRepository favourites, CatalogueQueryService catalogue, ActionRateLimiter limit,
			RetryingTransactionExecutor transactions) {
		this.favourites = favourites;
		this.catalogue = catalogue;
		this.limit = limit;
		this.transactions = transactions;
	}

	/**
	 * Marks the concert, or removes the mark. Doing the same again changes nothing.
	 * @throws NotFoundException if there is no such concert
	 * @throws app.frontrow.shared.error.TooManyRequestsException if the member did this
	 * too often
	 */
	public void mark(UUID memberId, long concertId, boolean favourite) {
		this.limit.check("favourite", memberId);
		this.catalogue.getConcert(concertId);
		this.transactions.run(() -> favourite ? this.favourites.add(memberId, concertId)
				: this.favourites.remove(memberId, concertId));
	}

	public boolean isFavourite(UUID memberId, long concertId) {
		return this.favourites.isFavourite(memberId, concertId);
	}

	/** The marked concerts that still exist, the last marked first. */
	public List<Concert> findByMember(UUID memberId) {
		return this.favourites.findByMember(memberId, MOST_SHOWN)
			.stream()
			.flatMap((concertId) -> find(concertId).stream())
			.toList();
	}

	private List<Concert> find(long concertId) {
		try {
			return List.of(this.catalogue.getConcert(concertId));
		}
		catch (NotFoundException gone) {
			return List.of();
		}
	}

}
