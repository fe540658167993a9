package app.frontrow.operations;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves tracing out unless a setting asks for it, because it costs each request and each
 * call of Redis something. Traces are wanted if they have an address to go to. They are
 * also wanted if the log is structured: each of its lines then names its trace.
 */
class TracingAutoConfigurationFilter implements AutoConfigurationImportFilter, EnvironmentAware {

	/** Where the traces go, as OTLP over HTTP. */
	static final String ADDRESS = "management.opentelemetry.tracing.export.otlp.endpoint";

	/** Formats of the log, for example ecs. */
	static final List<String> LOG_FORMATS = List.of("logging.structured.format.console",
			"logging.structured.format.file");

	private static final List<String> TRACING = List.of("org.springframework.boot.micrometer.tracing.",
			"org.springframework.boot.opentelemetry.",
			"org.springframework.boot.data.redis.autoconfigure.observation.");

	private @Nullable Environment environment;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
		boolean wanted = isWanted();
		boolean[] kept = new boolean[autoConfigurations.length];
		for (int i = 0; i < kept.length; i++) {
			kept[i] = wanted || !isTracing(autoConfigurations[i]);
		}
		return kept;
	}

	private boolean isWanted() {
		return this.environment != null && (this.environment.containsProperty(ADDRESS)
				|| LOG_FORMATS.stream().anyMatch(this.environment::containsProperty));
	}

	private static boolean isTracing(@Nullable String autoConfiguration) {
		return autoConfiguration != null && TRACING.stream().anyMatch(autoConfiguration::startsWith);
	}

}
