package app.frontrow.office.web.concert;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.frontrow.catalogue.concert.PriceBand;

/**
 * The fields of the form for a range of seats with one price, as they were typed.
 */
record PriceBandForm(String grade, String fromSeat, String toSeat, String price) {

	static final PriceBandForm EMPTY = new PriceBandForm("", "", "", "");

	/** One line for all seats, without a price. */
	static final PriceBandForm WHOLE_HALL = new PriceBandForm("", "1", "50", "");

	static PriceBandForm of(PriceBand band) {
		return new PriceBandForm(band.grade(), String.valueOf(band.fromSeat()), String.valueOf(band.toSeat()),
				String.valueOf(band.price()));
	}

	static List<PriceBandForm> read(FormReader form) {
		List<String> grades = form.list("grade");
		List<String> from = form.list("fromSeat");
		List<String> to = form.list("toSeat");
		List<String> prices = form.list("price");
		int lines = Stream.of(grades, from, to, prices).mapToInt(List::size).min().orElse(0);
		return IntStream.range(0, lines)
			.mapToObj((line) -> new PriceBandForm(grades.get(line), from.get(line), to.get(line), prices.get(line)))
			.toList();
	}

	boolean isEmpty() {
		return Stream.of(this.grade, this.fromSeat, this.toSeat, this.price).allMatch(String::isBlank);
	}

	/**
	 * Returns the typed price.
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
