package app.frontrow.stores;

import java.util.Optional;

/**
 * Stores that the environment names for the tests to use instead of embedded ones.
 */
record ExternalStores(Optional<String> jdbcUrl, String jdbcUser, String jdbcPassword, Optional<String> redisUrl) {

	static final ExternalStores NONE = new ExternalStores(Optional.empty(), "", "", Optional.empty());

	static ExternalStores fromEnvironment() {
		return new ExternalStores(variable("TEST_JDBC_URL"), variable("TEST_JDBC_USER").orElse("root"),
				variable("TEST_JDBC_PASSWORD").orElse(""), variable("TEST_REDIS_URL"));
	}

	private static Optional<String> variable(String name) {
		return Optional.ofNullable(System.getenv(name)).filter((value) -> !value.isBlank());
	}

}
