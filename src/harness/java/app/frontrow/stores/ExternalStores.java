package app.frontrow.stores;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the environment names for the tests to use instead of embedded stores: running
 * ones, or programs to be started instead of MariaDB and of the embedded Redis.
 */
record ExternalStores(Optional<String> jdbcUrl, String jdbcUser, String jdbcPassword, Optional<String> redisUrl,
		Optional<Path> mysqld, Optional<Path> redisServer) {

	static final ExternalStores NONE = new ExternalStores(Optional.empty(), "", "", Optional.empty(), Optional.empty(),
			Optional.empty());

	static ExternalStores fromEnvironment() {
		return new ExternalStores(variable("TEST_JDBC_URL"), variable("TEST_JDBC_USER").orElse("root"),
				variable("TEST_JDBC_PASSWORD").orElse(""), variable("TEST_REDIS_URL"),
				variable("TEST_MYSQLD").map(Path::of), variable("TEST_REDIS_SERVER").map(Path::of));
	}

	private static Optional<String> variable(String name) {
		return Optional.ofNullable(System.getenv(name)).filter((value) -> !value.isBlank());
	}

}
