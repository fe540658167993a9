package app.frontrow.operations.store;

import java.time.Duration;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StoreStateTests {

	@Test
	void goodStoreHasNoFaults() {
		assertThat(store(602, Duration.ofSeconds(2), false).faults()).isEmpty();
		assertThat(store(1000, Duration.ofSeconds(-2), false).faults()).isEmpty();
	}

	@Test
	@ProvesRule(rule = "Clocks that differ by more than two seconds are reported", guard = "StoreState.faults",
			brokenBy = "leaving out abs()")
	void clockThatDiffersIsReported() {
		assertThat(store(602, Duration.ofMillis(2_001), false).faults()).singleElement()
			.asString()
			.contains("The clock of Redis", "NTP");
		assertThat(store(602, Duration.ofMillis(-2_001), false).faults()).hasSize(1);
	}

	@Test
	@ProvesRule(rule = "A Redis that evicts is reported", guard = "StoreState.faults", brokenBy = "leaving out evicts")
	void evictionIsReported() {
		assertThat(store(602, Duration.ZERO, true).faults()).singleElement().asString().contains("noeviction");
	}

	@Test
	void oldVersionIsReported() {
		assertThat(store(601, Duration.ZERO, false).faults()).singleElement()
			.asString()
			.contains("Redis 6.1 is too old", "6.2, the oldest");
	}

	@ParameterizedTest
	@CsvSource({ "8.4.6, 804", "11.4.5-MariaDB-log, 1104", "7.0.15, 700", "8.0.37-0ubuntu0.22.04.3, 800" })
	void versionsAreCompared(String text, int version) {
		assertThat(StoreState.parseVersion(text)).isEqualTo(version);
	}

	private static StoreState store(int version, Duration clock, boolean evicts) {
		return new StoreState("Redis", version, 602, clock, evicts);
	}

}
