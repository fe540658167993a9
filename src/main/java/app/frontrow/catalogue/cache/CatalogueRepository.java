package app.frontrow.catalogue.cache;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import app.frontrow.catalogue.cache.CatalogueCache.Reading;
import app.frontrow.catalogue.cache.ConcertReader.Description;
import app.frontrow.catalogue.cache.ConcertReader.Found;
import app.frontrow.catalogue.cache.ConcertReader.ShowRow;
import app.frontrow.catalogue.concert.Show;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads concerts and shows from the database. Each method reads one consistent state.
 */
@Repository
public class CatalogueRepository {

	/** Without the hint, the database may scan another index and sort all ids. */
	static final String NEXT_IDS = "select id from concerts force index (primary) where id > :after"
			+ " order by id limit :limit";

	static final String CHANGED_CONCERTS = "select id from concerts"
			+ " where changed_at > current_timestamp(6) - interval :lag microsecond limit :limit";

	static final String CHANGED_SHOWS = "select id, concert_id, starts_at, seats_left, withdrawn from shows"
			+ " where changed_at > current_timestamp(6) - interval :lag microsecond limit :limit";

	static final String CONCERT_OF_SHOW = "select concert_id from shows where id = :id";

	/** Concerts per statement. */
	private static final int BATCH_SIZE = 1_000;

	private final JdbcClient jdbc;

	private final ConcertReader concerts;

	private final CatalogueCache cache;

	private final TransactionTemplate snapshot;

	CatalogueRepository(JdbcClient jdbc, ConcertReader concerts, CatalogueCache cache,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.concerts = concerts;
		this.cache = cache;
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	/** Returns nothing if the concert was withdrawn. */
	public Optional<CachedConcert> readConcert(long id) {
		return this.snapshot.execute((status) -> this.concerts.read(List.of(id)).listed().stream().findFirst());
	}

	/** Returns the id of the concert of a show, even of a withdrawn one. */
	Optional<Long> findConcertIdOfShow(long showId) {
		return this.jdbc.sql(CONCERT_OF_SHOW).param("id", showId).query(Long.class).optional();
	}

	List<Description> readDescriptions(Collection<Long> ids) {
		return this.concerts.readDescriptions(ids);
	}

	/** Reads these concerts into the cache. */
	void refresh(Collection<Long> ids) {
		refresh((reading) -> {
			read(ids, reading);
			return ids;
		});
	}

	/**
	 * Reads recent changes into the cache.
	 * @param lag microseconds; changes up to this age are read
	 * @param limit the largest number of concerts, and of shows
	 * @return the ids of the changed concerts. If there are more changes than the limit,
	 * the result is empty and the cache is unchanged
	 */
	Optional<List<Long>> refreshChanged(long lag, int limit) {
		return refresh((reading) -> {
			List<Long> changed = this.jdbc.sql(CHANGED_CONCERTS)
				.param("lag", lag)
				.param("limit", limit + 1)
				.query(Long.class)
				.list();
			List<ShowRow> shows = this.jdbc.sql(CHANGED_SHOWS)
				.param("lag", lag)
				.param("limit", limit + 1)
				.query((row, number) -> ConcertReader.show(row))
				.list();
			if (changed.size() > limit || shows.size() > limit) {
				return Optional.empty();
			}
			Set<Long> stale = new HashSet<>(changed);
			for (ShowRow row : shows) {
				if (isKnown(row)) {
					reading.addSeatsLeft(row.show().id(), row.show().seatsLeft());
				}
				else {
					stale.add(row.show().concertId());
				}
			}
			read(stale, reading);
			return Optional.of(changed);
		});
	}

	/**
	 * Reads the next concerts in the order of ids, and removes those that no longer
	 * exist.
	 * @param after reads only ids above this one
	 * @return the ids; empty at the end
	 */
	List<Long> refreshNext(long after) {
		return refresh((reading) -> {
			List<Long> ids = this.jdbc.sql(NEXT_IDS)
				.param("after", after)
				.param("limit", BATCH_SIZE)
				.query(Long.class)
				.list();
			read(ids, reading);
			long last = (ids.size() < BATCH_SIZE) ? Long.MAX_VALUE : ids.get(ids.size() - 1);
			Set<Long> there = Set.copyOf(ids);
			this.cache.all()
				.stream()
				.map(CachedConcert::id)
				.filter((id) -> id > after && id <= last && !there.contains(id))
				.forEach(reading::addMissing);
			return ids;
		});
	}

	private <T> T refresh(Function<Reading, T> step) {
		try (Reading reading = this.cache.beginRefresh()) {
			return this.snapshot.execute((status) -> step.apply(reading));
		}
	}

	/** Tells whether only the seats left can have changed. */
	private boolean isKnown(ShowRow row) {
		CachedConcert concert = this.cache.findConcertOfShow(row.show().id());
		if (concert == null) {
			return row.withdrawn();
		}
		Show known = concert.show(row.show().id());
		return !row.withdrawn() && known != null && known.startsAt().equals(row.show().startsAt());
	}

	private void read(Collection<Long> ids, Reading reading) {
		List<Long> rest = List.copyOf(ids);
		for (int from = 0; from < rest.size(); from += BATCH_SIZE) {
			Found found = this.concerts.read(rest.subList(from, Math.min(rest.size(), from + BATCH_SIZE)));
			reading.addFound(found.listed());
			found.withdrawn().forEach(reading::addMissing);
		}
	}

}
