package app.frontrow.office.web.concert;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.frontrow.catalogue.concert.PriceBand;

/**
 * A range of seats with one price, as it is typed.
 */
record PriceLine(String grade, String fromSeat, String toSeat, String price) {

	static final PriceLine EMPTY = new PriceLine("", "", "", "");

	/** All seats at one price that is not known yet. */
	static final PriceLine WHOLE_HALL = new PriceLine("", "1", "50", "");

	static PriceLine of(PriceBand band) {
		return new PriceLine(band.grade(), String.valueOf(band.fromSeat()), String.valueOf(band.toSeat()),
				String.valueOf(band.price()));
	}

	static List<PriceLine> read(FormReader form) {
		List<String> grades = form.list("grade");
		List<String> from = form.list("fromSeat");
		List<String> to = form.list("toSeat");
		List<String> prices = form.list("price");
		int lines = Stream.of(grades, from, to, prices).mapToInt(List::size).min().orElse(0);
		return IntStream.range(0, lines)
			.mapToObj((line) -> new PriceLine(grades.get(line), from.get(line), to.get(line), prices.get(line)))
			.toList();
	}

	boolean isEmpty() {
		return Stream.of(this.grade, this.fromSeat, this.toSeat, this.price).allMatch(String::isBlank);
	}

	/**
	 * The price that is meant.
	 * @throws ConcertFormFault if a number cannot be read
	 */
	PriceBand toPriceBand() {
		try {
			return new PriceBand(this.grade, Integer.parseInt(this.fromSeat.strip()),
					Integer.parseInt(this.toSeat.strip()), Long.parseLong(this.price.strip().replace(",", "")));
		}
		catch (NumberFormatException unreadable) {
			throw new ConcertFormFault("prices", "price-line");
		}
	}

}
