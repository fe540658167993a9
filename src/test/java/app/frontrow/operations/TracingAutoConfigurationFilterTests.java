package app.frontrow.operations;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class TracingAutoConfigurationFilterTests {

	private static final String[] FOUND = {
			"org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
			"org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
			"org.springframework.boot.data.redis.autoconfigure.observation.LettuceObservationAutoConfiguration",
			"org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration", null };

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	@ProvesRule(rule = "Traces cost nothing unless a setting asks for them",
			guard = "TracingAutoConfigurationFilter.match", brokenBy = "keeping each class")
	void withoutASettingNothingIsTraced() {
		assertThat(kept()).containsExactly(false, false, false, true, true);
	}

	@Test
	void addressTracesRequestsAndCallsOfRedis() {
		this.environment.setProperty(TracingAutoConfigurationFilter.ADDRESS, "http://collector/v1/traces");

		assertThat(kept()).containsExactly(true, true, true, true, true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "logging.structured.format.console", "logging.structured.format.file" })
	void structuredLogTracesRequestsAlone(String setting) {
		this.environment.setProperty(setting, "ecs");

		assertThat(kept()).containsExactly(true, true, false, true, true);
	}

	@ParameterizedTest
	@ValueSource(strings = { TracingAutoConfigurationFilter.ADDRESS, "logging.structured.format.console" })
	void emptySettingIsNone(String setting) {
		this.environment.setProperty(setting, "");

		assertThat(kept()).containsExactly(false, false, false, true, true);
	}

	private boolean[] kept() {
		TracingAutoConfigurationFilter filter = new TracingAutoConfigurationFilter();
		filter.setEnvironment(this.environment);
		return filter.match(FOUND, mock(AutoConfigurationMetadata.class));
	}

}
