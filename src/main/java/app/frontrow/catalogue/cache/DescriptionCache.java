package app.frontrow.catalogue.cache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import app.frontrow.catalogue.concert.ConcertTexts;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * Keeps descriptions in memory, all of them if there is room. Otherwise it keeps those
 * that are read often. The key contains the concert's revision, so an old description is
 * never shown for a newer concert.
 */
@Component
public class DescriptionCache {

	/** Limit in characters, of one or two bytes each. */
	private static final int MAX_CHARACTERS = 20_000_000;

	/** Size of an entry without its text, in characters. */
	private static final int ENTRY_OVERHEAD = 50;

	/** If more concerts changed, their descriptions are read only on demand. */
	private static final int MAX_READ_AHEAD = 1_000;

	private final Cache<Key, ConcertTexts> texts = Caffeine.newBuilder()
		.maximumWeight(MAX_CHARACTERS)
		.<Key, ConcertTexts>weigher((key, text) -> ENTRY_OVERHEAD + text.length())
		.build();

	private final CatalogueRepository reader;

	private final SingleFlightLoader<List<Long>, Map<Long, ConcertTexts>> readings = new SingleFlightLoader<>(
			this::load);

	/** Characters read before the first request. */
	private int readAhead;

	DescriptionCache(CatalogueRepository reader) {
		this.reader = reader;
	}

	public Map<Long, ConcertTexts> getDescriptions(List<CachedConcert> concerts) {
		Map<Long, ConcertTexts> known = new HashMap<>();
		for (CachedConcert concert : concerts) {
			ConcertTexts text = this.texts.getIfPresent(Key.of(concert));
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

	public void put(CachedConcert concert, ConcertTexts texts) {
		this.texts.put(Key.of(concert), texts);
	}

	/** Reads the descriptions of changed concerts before somebody asks for them. */
	void refresh(List<Long> concertIds) {
		if (!concertIds.isEmpty() && concertIds.size() <= MAX_READ_AHEAD) {
			load(concertIds);
		}
	}

	/** Reads descriptions while there is room, before the first request. */
	void readAhead(List<Long> concertIds) {
		if (!concertIds.isEmpty() && this.readAhead < MAX_CHARACTERS) {
			load(concertIds).values().forEach((text) -> this.readAhead += ENTRY_OVERHEAD + text.length());
		}
	}

	private Map<Long, ConcertTexts> load(List<Long> concertIds) {
		List<ConcertReader.Description> read = this.reader.readDescriptions(concertIds);
		read.forEach((it) -> this.texts.put(new Key(it.concertId(), it.revision()), it.text()));
		return read.stream()
			.collect(Collectors.toMap(ConcertReader.Description::concertId, ConcertReader.Description::text));
	}

	private record Key(long concertId, int revision) {

		static Key of(CachedConcert concert) {
			return new Key(concert.id(), concert.revision());
		}

	}

}
