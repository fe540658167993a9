package app.frontrow.operations.store;

import java.util.List;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Migrates the schema when an instance starts, or only checks it. A newer schema is no
 * fault: during an upgrade, instances of the last release go on.
 */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

	@Bean
	FlywayMigrationStrategy schemaStrategy(SchemaSettings settings) {
		return settings.migrate() ? Flyway::migrate : SchemaConfiguration::requireCurrent;
	}

	private static void requireCurrent(Flyway flyway) {
		List<String> missing = Stream.of(flyway.info().pending()).map(MigrationInfo::getScript).toList();
		if (!missing.isEmpty()) {
			throw new SchemaOutdatedException(missing);
		}
	}

}
