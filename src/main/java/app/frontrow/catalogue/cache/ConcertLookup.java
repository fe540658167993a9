package app.frontrow.catalogue.cache;

import java.util.List;
import java.util.Optional;

import app.frontrow.catalogue.concert.Show;
import app.frontrow.shared.error.NotFoundException;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Finds concerts in memory. It reads an unknown concert from the database, because
 * another instance may have just registered it.
 */
@Component
public class ConcertLookup {

	private final CatalogueCache cache;

	private final CatalogueRepository reader;

	private final SingleFlightLoader<Long, Optional<CachedConcert>> concerts = new SingleFlightLoader<>(this::read);

	private final SingleFlightLoader<Long, Optional<Long>> shows;

	public ConcertLookup(CatalogueCache cache, CatalogueRepository reader) {
		this.cache = cache;
		this.reader = reader;
		this.shows = new SingleFlightLoader<>(reader::findConcertIdOfShow);
	}

	public CachedConcert getConcert(long id) {
		CachedConcert known = this.cache.findConcert(id);
		if (known != null) {
			return known;
		}
		if (this.cache.isConcertGone(id)) {
			throw new NotFoundException();
		}
		return this.concerts.read(id).orElseThrow(NotFoundException::new);
	}

	public Show getShow(long id) {
		CachedConcert known = this.cache.findConcertOfShow(id);
		if (known == null) {
			if (this.cache.isShowGone(id)) {
				throw new NotFoundException();
			}
			known = getConcert(this.shows.read(id).orElseThrow(NotFoundException::new));
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
			return this.reader.readConcert(id);
		}
		if (this.cache.findConcert(id) == null) {
			this.reader.refresh(List.of(id));
		}
		return Optional.ofNullable(this.cache.findConcert(id));
	}

}
