package app.frontrow.shared;

import java.time.Duration;
import java.util.UUID;

import app.frontrow.RunningProduct;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.shared.limit.RateLimit;
import app.frontrow.shared.limit.RateLimitService;
import app.frontrow.shared.limit.RateLimitSettings;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where no proxy is trusted, nobody's word on address and scheme is taken.
 */
@RunningProduct
class ForwardedIT {

	@LocalServerPort
	private int port;

	@Autowired
	private RateLimitSettings settings;

	@Autowired
	private StringRedisTemplate redis;

	@Test
	void forgedAddressIsNotCounted() {
		String forged = "198.51.100." + Math.floorMod(UUID.randomUUID().hashCode(), 256);
		this.redis.delete(key(forged));
		this.redis.delete(key("127.0.0.1"));

		ApiClient.at(this.port).with("X-Forwarded-For", forged).get("/api/v1/concerts?q=x").expect(200);

		assertThat(this.redis.hasKey(key(forged))).isFalse();
		assertThat(this.redis.hasKey(key("127.0.0.1"))).isTrue();
	}

	@Test
	void forgedSchemeChangesNothing() {
		Answer page = ApiClient.at(this.port)
			.with("X-Forwarded-Proto", "https")
			.with("X-Forwarded-Host", "evil.example")
			.with("Accept", "text/html")
			.get("/me/wallet");

		assertThat(page.expect(302).header("Strict-Transport-Security")).isNull();
		assertThat(page.header("Location")).doesNotContain("https", "evil.example");
	}

	private String key(String address) {
		return RateLimitService.key(RateLimit.steady("search", this.settings.searches(), Duration.ofMinutes(1)),
				address);
	}

}
