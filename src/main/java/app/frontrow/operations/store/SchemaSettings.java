package app.frontrow.operations.store;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who changes the tables.
 *
 * @param migrate whether an instance brings the schema to its release when it starts.
 * Otherwise the command {@code migrate} does that before, with a database user of its own
 */
@ConfigurationProperties("frontrow.schema")
record SchemaSettings(boolean migrate) {
}
