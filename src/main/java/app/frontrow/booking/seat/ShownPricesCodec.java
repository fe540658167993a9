package app.frontrow.booking.seat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Writes the prices of a show's seats as a short text. The form of the seat map sends the
 * text back, so the server knows which prices the member saw. {@code 1:150000,11:99000}
 * means 150,000 won from seat 1 on and 99,000 won from seat 11 on.
 */
public final class ShownPricesCodec {

	/** A regular expression that the text matches. */
	public static final String FORMAT = "(\\d{1,2}:\\d{1,10}(,\\d{1,2}:\\d{1,10}){0,49})?";

	private ShownPricesCodec() {
	}

	static String encode(List<Seat> seats) {
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
	 * Returns the sum of the prices that the member saw.
	 * @param shown a text in this {@link #FORMAT}
	 * @return won; null if the text is empty
	 */
	public static @Nullable Long sumPrices(@Nullable String shown, Collection<Integer> numbers) {
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
