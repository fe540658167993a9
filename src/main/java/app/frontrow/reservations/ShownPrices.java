package app.frontrow.reservations;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The prices of all seats of a show in a short text, which a page carries along: what was
 * shown when its reader chose. {@code 1:150000,11:99000} says that a seat costs 150,000
 * won from number 1 on, and 99,000 won from number 11 on.
 */
public final class ShownPrices {

	/** What such a text looks like, as a regular expression. */
	public static final String FORMAT = "(\\d{1,2}:\\d{1,10}(,\\d{1,2}:\\d{1,10}){0,49})?";

	private ShownPrices() {
	}

	static String of(List<Seat> seats) {
		NavigableMap<Integer, Long> prices = new TreeMap<>();
		for (Seat seat : seats) {
			if (prices.isEmpty() || prices.lastEntry().getValue() != seat.price()) {
				prices.put(seat.number(), seat.price());
			}
		}
		return prices.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + ":" + entry.getValue())
			.collect(Collectors.joining(","));
	}

	/**
	 * What the seats cost as they were shown.
	 * @param shown a text of this {@link #FORMAT}
	 * @param numbers of the seats
	 * @return whole won; null if nothing was shown
	 */
	public static Long total(String shown, Collection<Integer> numbers) {
		if (shown == null || shown.isEmpty()) {
			return null;
		}
		NavigableMap<Integer, Long> prices = new TreeMap<>();
		for (String price : shown.split(",")) {
			int colon = price.indexOf(':');
			prices.put(Integer.valueOf(price.substring(0, colon)), Long.valueOf(price.substring(colon + 1)));
		}
		return numbers.stream()
			.filter(Objects::nonNull)
			.map(prices::floorEntry)
			.filter(Objects::nonNull)
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

}
