package app.frontrow.waitingroom.policy;

import app.frontrow.waitingroom.redis.QueueFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Settings that cannot keep the promises stop the start and are named.
 */
class QueueSettingsTests {

	private final ApplicationContextRunner start = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Waiting.class)
		.withPropertyValues("frontrow.queue.capacity=100", "frontrow.queue.admissions-per-second=20",
				"frontrow.queue.claim=30s", "frontrow.queue.pass=5m", "frontrow.queue.absence=90s",
				"frontrow.queue.prequeue=30m", "frontrow.queue.grace=15m");

	@Test
	void defaultSettingsAreValid() {
		this.start.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "claim=500ms", "pass=500ms", "absence=2s", "prequeue=0s", "grace=0s", "capacity=1",
			"admissions-per-second=0.01", "pass=5s" })
	void shortTimesAreValid(String setting) {
		this.start.withPropertyValues("frontrow.queue." + setting).run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@CsvSource({ "claim=499ms, claim", "pass=0s, pass", "absence=1999ms, absence", "absence=-5s, absence",
			"prequeue=-1s, prequeue", "grace=-1s, grace", "capacity=0, capacity",
			"admissions-per-second=0, admissionsPerSecond", "admissions-per-second=-1, admissionsPerSecond" })
	void invalidSettingStopsTheStartAndIsNamed(String setting, String field) {
		this.start.withPropertyValues("frontrow.queue." + setting)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining(field));
	}

	@ParameterizedTest
	@CsvSource({ "20, 7200", "0.01, 100", "1000, 360000" })
	void bandIsFourTimesTheAdmissionsOfOneAbsence(double rate, long band) {
		assertThat(QueueFixture.PATIENT.bandWidth(rate)).isEqualTo(band);
	}

	@EnableConfigurationProperties(QueueSettings.class)
	static class Waiting {

	}

}
