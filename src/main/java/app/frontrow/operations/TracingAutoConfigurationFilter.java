package app.frontrow.operations;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Leaves tracing out unless traces have an address to go to, because it costs each
 * request and each call of Redis something.
 */
class TracingAutoConfigurationFilter implements AutoConfigurationImportFilter, EnvironmentAware {

	/** Where the traces go, as OTLP over HTTP. */
	static final String ADDRESS = "management.opentelemetry.tracing.export.otlp.endpoint";

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
		boolean wanted = this.environment != null && StringUtils.hasText(this.environment.getProperty(ADDRESS));
		boolean[] kept = new boolean[autoConfigurations.length];
		for (int i = 0; i < kept.length; i++) {
			String name = autoConfigurations[i];
			kept[i] = wanted || name == null || TRACING.stream().noneMatch(name::startsWith);
		}
		return kept;
	}

}
