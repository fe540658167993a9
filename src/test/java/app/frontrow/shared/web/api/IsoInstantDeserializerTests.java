package app.frontrow.shared.web.api;

import java.time.Instant;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IsoInstantDeserializerTests {

	private final JsonMapper json = JsonMapper.builder()
		.addModule(new SimpleModule().addDeserializer(Instant.class, new IsoInstantDeserializer()))
		.build();

	@ParameterizedTest
	@CsvSource({ "2026-05-01T20:00:00Z, 2026-05-01T20:00:00Z", "2026-05-01T20:00Z, 2026-05-01T20:00:00Z",
			"2026-05-01T20:00:00.123456Z, 2026-05-01T20:00:00.123456Z",
			"2026-05-01T20:00:00+09:00, 2026-05-01T11:00:00Z", "2026-05-01T20:00:00+0900, 2026-05-01T11:00:00Z",
			"2026-05-01T20:00:00+09, 2026-05-01T11:00:00Z", "2026-05-01T20:00+0900, 2026-05-01T11:00:00Z",
			"2026-05-01T20:00:00-03:30, 2026-05-01T23:30:00Z", "2026-05-01t20:00:00z, 2026-05-01T20:00:00Z" })
	void isoTimesAreRead(String text, Instant moment) {
		assertThat(this.json.readValue('"' + text + '"', Instant.class)).isEqualTo(moment);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1790000000", "1790000000.5", "\"1790000000\"", "\"\"", "\"2026-05-01T20:00:00\"",
			"\"2026-05-01\"", "\"2026-13-01T20:00:00Z\"", "\"2026-02-30T20:00:00Z\"", "\"2026-05-01 20:00:00Z\"",
			"\"2026-05-01T20:00:00+09:00[Asia/Seoul]\"", "\"2026-05-01T20:00:00+19:00\"", "true", "{}", "[]" })
	@ProvesRule(rule = "A time exists in the calendar", guard = "IsoInstantDeserializer",
			brokenBy = "leaving out STRICT")
	void otherTextIsRefused(String value) {
		assertThatThrownBy(() -> this.json.readValue(value, Instant.class))
			.isInstanceOf(MismatchedInputException.class);
	}

}
