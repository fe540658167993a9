package app.frontrow.operations;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Leaves tracing out unless a setting asks for it, because it costs each request and each
 * call of Redis something. Requests are traced if traces have an address to go to, or if
 * the log is structured: each of its lines then names its trace. Calls of Redis are
 * traced only for the address.
 */
class TracingAutoConfigurationFilter implements AutoConfigurationImportFilter, EnvironmentAware {

	/** Where the traces go, as OTLP over HTTP. */
	static final String ADDRESS = "management.opentelemetry.tracing.export.otlp.endpoint";

	/** Formats of the log, for example ecs. */
	static final List<String> LOG_FORMATS = List.of("logging.structured.format.console",
			"logging.structured.format.file");

	private static final List<String> TRACING = List.of("org.springframework.boot.micrometer.tracing.",
			"org.springframework.boot.opentelemetry.");

	private static final String REDIS_CALLS = "org.springframework.boot.data.redis.autoconfigure.observation.";

	private @Nullable Environment environment;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
		boolean sent = isSet(ADDRESS);
		boolean traced = sent || LOG_FORMATS.stream().anyMatch(this::isSet);
		boolean[] kept = new boolean[autoConfigurations.length];
		for (int i = 0; i < kept.length; i++) {
			String name = autoConfigurations[i];
			kept[i] = name == null || ((traced || TRACING.stream().noneMatch(name::startsWith))
					&& (sent || !name.startsWith(REDIS_CALLS)));
		}
		return kept;
	}

	private boolean isSet(String setting) {
		return this.environment != null && StringUtils.hasText(this.environment.getProperty(setting));
	}

}
