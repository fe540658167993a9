package app.frontrow.catalogue.cache;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import app.frontrow.catalogue.text.SearchTextNormalizer;

/**
 * Maps each character and each pair of characters to the concerts that contain it. A
 * search compares only the concerts of its rarest pair. The index is immutable.
 */
final class ConcertSearchIndex {

	static final ConcertSearchIndex EMPTY = new ConcertSearchIndex(new CachedConcert[0], Map.of());

	private static final int[] NO_POSITIONS = {};

	private final CachedConcert[] concerts;

	/**
	 * The positions in {@code concerts} for each character or pair, in ascending order.
	 */
	private final Map<Integer, int[]> places;

	private ConcertSearchIndex(CachedConcert[] concerts, Map<Integer, int[]> places) {
		this.concerts = concerts;
		this.places = places;
	}

	static ConcertSearchIndex of(Collection<CachedConcert> concerts) {
		CachedConcert[] inOrder = concerts.toArray(CachedConcert[]::new);
		Arrays.sort(inOrder, CachedConcert.SOONEST_FIRST);
		Map<Integer, PlaceList> lists = new HashMap<>();
		for (int place = 0; place < inOrder.length; place++) {
			String text = inOrder[place].searchText();
			for (int i = 0; i < text.length(); i++) {
				lists.computeIfAbsent(single(text, i), (key) -> new PlaceList()).add(place);
				if (i + 1 < text.length()) {
					lists.computeIfAbsent(pair(text, i), (key) -> new PlaceList()).add(place);
				}
			}
		}
		Map<Integer, int[]> places = new HashMap<>(lists.size() * 2);
		lists.forEach((key, list) -> places.put(key, list.toArray()));
		return new ConcertSearchIndex(inOrder, places);
	}

	/**
	 * Finds concerts whose text contains this one, by date. An empty text finds all.
	 * @param text without {@link SearchTextNormalizer#FIELD_SEPARATOR}
	 */
	CachedConcert[] find(String text) {
		if (text.isEmpty()) {
			return this.concerts;
		}
		int[] rarest = rarest(text);
		CachedConcert[] found = new CachedConcert[rarest.length];
		int count = 0;
		for (int place : rarest) {
			CachedConcert concert = this.concerts[place];
			if (text.length() <= 2 || concert.searchText().contains(text)) {
				found[count++] = concert;
			}
		}
		return Arrays.copyOf(found, count);
	}

	private int[] rarest(String text) {
		if (text.length() == 1) {
			return this.places.getOrDefault(single(text, 0), NO_POSITIONS);
		}
		int[] rarest = this.places.getOrDefault(pair(text, 0), NO_POSITIONS);
		for (int i = 1; i + 1 < text.length(); i++) {
			int[] next = this.places.getOrDefault(pair(text, i), NO_POSITIONS);
			if (next.length < rarest.length) {
				rarest = next;
			}
		}
		return rarest;
	}

	private static int single(String text, int at) {
		return text.charAt(at);
	}

	private static int pair(String text, int at) {
		return (text.charAt(at) << 16) | text.charAt(at + 1);
	}

	/** Positions in ascending order. Adding the last one again has no effect. */
	private static final class PlaceList {

		private int[] places = new int[4];

		private int size;

		void add(int place) {
			if (this.size > 0 && this.places[this.size - 1] == place) {
				return;
			}
			if (this.size == this.places.length) {
				this.places = Arrays.copyOf(this.places, this.size * 2);
			}
			this.places[this.size++] = place;
		}

		int[] toArray() {
			return Arrays.copyOf(this.places, this.size);
		}

	}

}
