package app.frontrow.reservations;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShownPricesTests {

	@Test
	void pricesOfAHallAreReadBack() {
		List<Seat> seats = IntStream.rangeClosed(1, 50)
			.mapToObj((number) -> new Seat(number, "R", 1_000L * (number % 7), SeatStatus.AVAILABLE, false))
			.toList();

		String shown = ShownPrices.of(seats);

		assertThat(shown).matches(ShownPrices.FORMAT);
		seats.forEach((seat) -> assertThat(ShownPrices.total(shown, List.of(seat.number()))).isEqualTo(seat.price()));
		assertThat(ShownPrices.total(shown, List.of(1, 2, 50))).isEqualTo(4_000);
	}

	@Test
	void seatsOfOnePriceAreWrittenOnce() {
		List<Seat> seats = IntStream.rangeClosed(1, 50)
			.mapToObj((number) -> new Seat(number, "R", (number < 11) ? 150_000 : 99_000, SeatStatus.SOLD, false))
			.toList();

		assertThat(ShownPrices.of(seats)).isEqualTo("1:150000,11:99000");
	}

	@Test
	void missingPricesExpectNoTotal() {
		assertThat(ShownPrices.total(null, List.of(1))).isNull();
		assertThat(ShownPrices.total("", List.of(1))).isNull();
	}

	@Test
	void missingSeatsCostNothing() {
		assertThat(ShownPrices.total("2:5", Arrays.asList(null, 1, -3))).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "1:", ":5", "1:5,", "1:5;2:6", "1:-5", "100:5", "1:12345678901" })
	void otherTextIsRefused(String text) {
		assertThat(Pattern.matches(ShownPrices.FORMAT, text)).isFalse();
	}

}
