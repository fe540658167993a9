package app.frontrow;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/**
 * The command {@code migrate}: brings the schema to this release and ends. It needs the
 * database alone. So its user may change tables, and the users of instances need not.
 */
@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class })
class SchemaMigration {

	/** The first argument of the program that asks for it. */
	static final String COMMAND = "migrate";

	/** Does it. Ends with another status than 0 if it fails. */
	static void run(String... args) {
		new SpringApplicationBuilder(SchemaMigration.class).web(WebApplicationType.NONE)
			.listeners(new RequiredSettingsListener("spring.datasource."))
			.run(args)
			.close();
	}

}
