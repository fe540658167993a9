package app.frontrow.booking.hold;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BookingNumberGeneratorTests {

	@Test
	void numbersAreTwoGroupsOfFourWithoutLookAlikes() {
		List<String> numbers = Stream.generate(new BookingNumberGenerator()::generate).limit(1_000).toList();

		assertThat(numbers).allMatch((number) -> number.matches("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}"))
			.doesNotHaveDuplicates();
		assertThat(numbers)
			.allMatch((number) -> BookingNumberGenerator.fromDatabase(BookingNumberGenerator.toDatabase(number))
				.equals(number));
	}

}
