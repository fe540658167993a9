package app.frontrow.payments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TicketCodesTests {

	private final List<String> codes = Stream.generate(new TicketCodes()::next).limit(10_000).toList();

	@Test
	void fourGroupsOfFourSignsThatAreNotMistaken() {
		assertThat(this.codes).allMatch((code) -> code.matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}"));
	}

	@Test
	void everySignIsUsed() {
		assertThat(String.join("", this.codes).replace("-", "").chars().distinct().count()).isEqualTo(32);
	}

	@Test
	void noTwoAreAlike() {
		assertThat(this.codes).doesNotHaveDuplicates();
	}

	@Test
	void codesAreNotInOrder() {
		assertThat(this.codes.stream().sorted().collect(Collectors.toList())).isNotEqualTo(this.codes);
	}

}
