package app.frontrow.stores;

import java.net.URI;

import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Connects an application context to its {@link Stores} bean. Since these beans depend on
 * it and the data source and the Redis clients on these, the stores stop last.
 */
@TestConfiguration(proxyBeanMethods = false)
public class StoreConnectionConfiguration {

	@Bean
	JdbcConnectionDetails jdbcConnectionDetails(Stores stores) {
		return new Database(stores);
	}

	@Bean
	DataRedisConnectionDetails dataRedisConnectionDetails(Stores stores) {
		return new RedisServer(URI.create(stores.redisUrl()));
	}

	private record Database(Stores stores) implements JdbcConnectionDetails {

		@Override
		public String getJdbcUrl() {
			return this.stores.jdbcUrl();
		}

		@Override
		public String getUsername() {
			return this.stores.jdbcUser();
		}

		@Override
		public String getPassword() {
			return this.stores.jdbcPassword();
		}

	}

	private record RedisServer(URI url) implements DataRedisConnectionDetails {

		@Override
		public String getPassword() {
			String userInfo = this.url.getUserInfo();
			return (userInfo != null) ? userInfo.substring(userInfo.indexOf(':') + 1) : null;
		}

		@Override
		public Standalone getStandalone() {
			int port = (this.url.getPort() != -1) ? this.url.getPort() : 6379;
			return Standalone.of(this.url.getHost(), port, database());
		}

		private int database() {
			String path = this.url.getPath().replace("/", "");
			return path.isEmpty() ? 0 : Integer.parseInt(path);
		}

	}

}
