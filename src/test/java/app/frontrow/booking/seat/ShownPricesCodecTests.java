package app.frontrow.booking.seat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShownPricesCodecTests {

	@Test
	void pricesOfAHallAreReadBack() {
		List<Seat> seats = IntStream.rangeClosed(1, 50)
			.mapToObj((number) -> new Seat(number, "R", 1_000L * (number % 7), SeatStatus.AVAILABLE, false))
			.toList();

		String shown = ShownPricesCodec.encode(seats);

		assertThat(shown).matches(ShownPricesCodec.FORMAT);
		seats.forEach((seat) -> assertThat(ShownPricesCodec.sumPrices(shown, List.of(seat.number())))
			.isEqualTo(seat.price()));
		assertThat(ShownPricesCodec.sumPrices(shown, List.of(1, 2, 50))).isEqualTo(4_000);
	}

	@Test
	void seatsOfOnePriceAreWrittenOnce() {
		List<Seat> seats = IntStream.rangeClosed(1, 50)
			.mapToObj((number) -> new Seat(number, "R", (number < 11) ? 150_000 : 99_000, SeatStatus.SOLD, false))
			.toList();

		assertThat(ShownPricesCodec.encode(seats)).isEqualTo("1:150000,11:99000");
	}

	@Test
	void missingPricesExpectNoTotal() {
		assertThat(ShownPricesCodec.sumPrices(null, List.of(1))).isNull();
		assertThat(ShownPricesCodec.sumPrices("", List.of(1))).isNull();
	}

	@Test
	void missingSeatsCostNothing() {
		assertThat(ShownPricesCodec.sumPrices("2:5", Arrays.asList(null, 1, -3))).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "1:", ":5", "1:5,", "1:5;2:6", "1:-5", "100:5", "1:12345678901" })
	void otherTextIsRefused(String text) {
		assertThat(Pattern.matches(ShownPricesCodec.FORMAT, text)).isFalse();
	}

}
