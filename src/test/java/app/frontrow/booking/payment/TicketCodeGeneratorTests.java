package app.frontrow.booking.payment;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TicketCodeGeneratorTests {

	private final List<String> codes = Stream.generate(new TicketCodeGenerator()::generate).limit(10_000).toList();

	@Test
	void codesAreFourGroupsOfFourUnambiguousCharacters() {
		assertThat(this.codes).allMatch((code) -> code.matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}"));
	}

	@Test
	void codesAreDifferentAndCannotBeGuessed() {
		assertThat(this.codes).doesNotHaveDuplicates().isNotEqualTo(this.codes.stream().sorted().toList());
		assertThat(String.join("", this.codes).replace("-", "").chars().distinct().count()).isEqualTo(32);
	}

}
