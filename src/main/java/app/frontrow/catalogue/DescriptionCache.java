package app.frontrow.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * What is said about concerts: the one thing about them that may be long. All of it is
 * kept where there is room, otherwise what is asked for often. A description belongs to a
 * revision of its concert, so one that was read too early is never taken for a later one.
 */
@Component
class DescriptionCache {

	/** Characters, of one or two bytes each. */
	private static final int ROOM = 20_000_000;

	/** What an entry takes besides its text, in characters. */
	private static final int ENTRY = 50;

	/** Of more changes than this, only what is asked for is read. */
	private static final int FEW = 1_000;

	private final Cache<Key, String> texts = Caffeine.newBuilder()
		.maximumWeight(ROOM)
		.<Key, String>weigher((key, text) -> ENTRY + text.length())
		.build();

	private final CatalogueReader reader;

	private final SingleFlight<List<Long>, Map<Long, String>> readings = new SingleFlight<>(this::load);

	/** Characters read ahead so far. */
	private int readAhead;

	DescriptionCache(CatalogueReader reader) {
		this.reader = reader;
	}

	/** The description of each of the concerts, by its id; read where it is not known. */
	Map<Long, String> of(List<CachedConcert> concerts) {
		Map<Long, String> known = new HashMap<>();
		for (CachedConcert concert : concerts) {
			String text = this.texts.getIfPresent(Key.of(concert));
			if (text != null) {
				known.put(concert.id(), text);
			}
		}
		List<Long> unknown = concerts.stream().map(CachedConcert::id).filter((id) -> !known.containsKey(id)).toList();
		if (!unknown.isEmpty()) {
			known.putAll(this.readings.read(unknown));
		}
		return known;
	}

	/** Keeps what was just written about a concert. */
	void put(CachedConcert concert, String text) {
		this.texts.put(Key.of(concert), text);
	}

	/** Reads these, which have changed, before somebody asks for them. */
	void refresh(List<Long> concertIds) {
		if (!concertIds.isEmpty() && concertIds.size() <= FEW) {
			load(concertIds);
		}
	}

	/** Reads these before somebody asks for them, while there is room. */
	void readAhead(List<Long> concertIds) {
		if (!concertIds.isEmpty() && this.readAhead < ROOM) {
			load(concertIds).values().forEach((text) -> this.readAhead += ENTRY + text.length());
		}
	}

	private Map<Long, String> load(List<Long> concertIds) {
		List<CatalogueReader.Description> read = this.reader.descriptions(concertIds);
		read.forEach((it) -> this.texts.put(new Key(it.concertId(), it.revision()), it.text()));
		return read.stream()
			.collect(Collectors.toMap(CatalogueReader.Description::concertId, CatalogueReader.Description::text));
	}

	private record Key(long concertId, int revision) {

		static Key of(CachedConcert concert) {
			return new Key(concert.id(), concert.revision());
		}

	}

}
