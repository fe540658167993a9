package app.frontrow.shared;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MoneyFormatterTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0                    | ₩0
			1                    | ₩1
			999                  | ₩999
			1000                 | ₩1,000
			150000               | ₩150,000
			10000000             | ₩10,000,000
			-1                   | -₩1
			-150000              | -₩150,000
			9223372036854775807  | ₩9,223,372,036,854,775,807
			""")
	void amountsAreWrittenForPeople(long won, String text) {
		assertThat(new MoneyFormatter().format(won)).isEqualTo(text);
	}

}
