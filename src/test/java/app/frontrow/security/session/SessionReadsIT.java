package app.frontrow.security.session;

import java.util.Properties;

import app.frontrow.RunningProduct;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.MemberFixture;
import app.frontrow.journey.PageClient;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a session costs: one read for each request to the API, before anything is done.
 */
@RunningProduct
class SessionReadsIT {

	@Autowired
	private StringRedisTemplate redis;

	@Test
	void requestReadsItsSessionOnce(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
		ApiClient member = new MemberFixture(jdbc, port).member();
		member.get("/api/v1/wallet").expect(200);
		long before = reads();
		for (int i = 0; i < 10; i++) {
			member.charge(1).expect(201);
			member.charge(0).expect(400);
		}
		assertThat(reads() - before).isEqualTo(20);
	}

	@Test
	void requestWithoutALogInReadsNoSession(@LocalServerPort int port) {
		long before = reads();
		ApiClient.at(port).get("/api/v1/concerts").expect(200);
		ApiClient.at(port).get("/api/v1/queue-tokens/current").expect(401);
		assertThat(reads()).isEqualTo(before);
	}

	@Test
	void pollReadsNoSession(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
		ApiClient member = new MemberFixture(jdbc, port).member();
		PageClient browser = PageClient.at(port).signUpAndLogIn();
		long before = reads();
		for (int i = 0; i < 3; i++) {
			assertThat(browser.get("/concerts/1/queue/place").statusCode()).isBetween(200, 299);
			member.get("/api/v1/queue-tokens/current").expect(401);
			member.delete("/api/v1/queue-tokens/current").expect(401);
		}
		assertThat(reads()).isEqualTo(before);
	}

	private long reads() {
		Properties statistics = this.redis
			.execute((RedisCallback<Properties>) (connection) -> connection.serverCommands().info("commandstats"));
		String calls = statistics.getProperty("cmdstat_hgetall", "calls=0,");
		return Long.parseLong(calls.substring("calls=".length(), calls.indexOf(',')));
	}

}
