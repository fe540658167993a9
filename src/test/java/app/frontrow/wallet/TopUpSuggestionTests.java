package app.frontrow.wallet;

import java.util.List;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopUpSuggestionTests {

	private static final long MOST = 1_000_000;

	@Test
	@ProvesRule(rule = "Only round amounts that are enough are proposed", guard = "TopUpSuggestion.of",
			brokenBy = "leaving out \"amount > missing\"")
	void missingAmountAndLargerRoundAmountsAreProposed() {
		TopUpSuggestion topUp = TopUpSuggestion.of(120_000, MOST);

		assertThat(topUp.amount()).isEqualTo(120_000);
		assertThat(topUp.quick()).containsExactly(200_000L, 300_000L, 500_000L);
	}

	@Test
	void withoutMissingAmountOnlyRoundAmountsAreProposed() {
		TopUpSuggestion topUp = TopUpSuggestion.of(-5_000, MOST);

		assertThat(topUp.amount()).isNull();
		assertThat(topUp.quick()).containsExactly(10_000L, 50_000L, 100_000L);
	}

	@Test
	void proposalsKeepToTheLimitOfOneTopUp() {
		assertThat(TopUpSuggestion.of(2_400_000, MOST)).isEqualTo(new TopUpSuggestion(MOST, List.of()));
		assertThat(TopUpSuggestion.of(30_000, 60_000).quick()).containsExactly(50_000L);
	}

}
