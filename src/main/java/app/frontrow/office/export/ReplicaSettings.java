package app.frontrow.office.export;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of a replica: a copy of the database for work that only reads.
 *
 * @param url its JDBC address; null or empty if there is no copy. The user and the
 * password are those of the database itself
 */
@ConfigurationProperties("frontrow.replica")
record ReplicaSettings(@Nullable String url) {
}
