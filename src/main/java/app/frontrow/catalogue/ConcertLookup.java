package app.frontrow.catalogue;

import java.util.List;
import java.util.Optional;

import app.frontrow.shared.NotFoundException;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Finds concerts in memory. It reads an unknown concert from the database, because
 * another instance may have just registered it.
 */
@Component
class ConcertLookup {

	private final CatalogueCache cache;

	private final CatalogueReader reader;

	private final SingleFlight<Long, Optional<CachedConcert>> concerts = new SingleFlight<>(this::read);

	private final SingleFlight<Long, Optional<Long>> shows;

	ConcertLookup(CatalogueCache cache, CatalogueReader reader) {
		this.cache = cache;
		this.reader = reader;
		this.shows = new SingleFlight<>(reader::concertOfShow);
	}

	CachedConcert concert(long id) {
		CachedConcert known = this.cache.concert(id);
		if (known != null) {
			return known;
		}
		if (this.cache.isConcertGone(id)) {
			throw new NotFoundException();
		}
		return this.concerts.read(id).orElseThrow(NotFoundException::new);
	}

	Show show(long id) {
		CachedConcert known = this.cache.concertOfShow(id);
		if (known == null) {
			if (this.cache.isShowGone(id)) {
				throw new NotFoundException();
			}
			known = concert(this.shows.read(id).orElseThrow(NotFoundException::new));
		}
		Show show = known.show(id);
		if (show == null) {
			throw new NotFoundException();
		}
		return show;
	}

	private Optional<CachedConcert> read(long id) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			// this transaction may see data that is rolled back later, so the cache must
			// not keep it
			return this.reader.concert(id);
		}
		if (this.cache.concert(id) == null) {
			this.reader.refresh(List.of(id));
		}
		return Optional.ofNullable(this.cache.concert(id));
	}

}
