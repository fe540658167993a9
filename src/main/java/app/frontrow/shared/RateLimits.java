package app.frontrow.shared;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Limits how often something may be done, by all instances together: each limit is a
 * bucket in Redis that fills up steadily.
 */
@Component
public class RateLimits {

	/** As for every command to Redis. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final int BUCKETS_IN_USE = 10_000;

	private final LettuceConnectionFactory redis;

	/** Requests of this instance for the same bucket go to Redis together. */
	private final Cache<String, BucketProxy> inUse = Caffeine.newBuilder()
		.expireAfterAccess(1, TimeUnit.MINUTES)
		.maximumSize(BUCKETS_IN_USE)
		.build();

	private AbstractRedisClient client;

	private ProxyManager<byte[]> buckets;

	RateLimits(LettuceConnectionFactory redis) {
		this.redis = redis;
	}

	/**
	 * Counts one more request.
	 * @param what what is limited, a short name
	 * @param who who is limited in it
	 * @param most so many at once
	 * @param period and as many again in each of these
	 * @throws TooManyRequestsException if that is one too many
	 * @throws DataAccessResourceFailureException if Redis is out of reach
	 */
	public void require(String what, String who, long most, Duration period) {
		ConsumptionProbe probe;
		try {
			ProxyManager<byte[]> buckets = buckets();
			probe = this.inUse.get("frontrow:limit:" + what + ":" + who, (key) -> bucket(buckets, key, most, period))
				.tryConsumeAndReturnRemaining(1);
		}
		catch (RuntimeException failure) {
			throw new DataAccessResourceFailureException("A limit could not be looked up", failure);
		}
		if (!probe.isConsumed()) {
			throw new TooManyRequestsException(
					Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1));
		}
	}

	private static BucketProxy bucket(ProxyManager<byte[]> buckets, String key, long most, Duration period) {
		BucketConfiguration limit = BucketConfiguration.builder()
			.addLimit((bandwidth) -> bandwidth.capacity(most).refillGreedy(most, period))
			.build();
		return buckets.builder()
			.withOptimization(Optimizations.batching())
			.build(key.getBytes(StandardCharsets.UTF_8), () -> limit);
	}

	/**
	 * The buckets of the client that there is now: a connection that was stopped and
	 * started again has a new one.
	 */
	private synchronized ProxyManager<byte[]> buckets() {
		AbstractRedisClient current = this.redis.getRequiredNativeClient();
		if (current != this.client) {
			this.inUse.invalidateAll();
			this.buckets = builder(current).requestTimeout(PATIENCE)
				.expirationAfterWrite(
						ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
				.build();
			this.client = current;
		}
		return this.buckets;
	}

	private static LettuceBasedProxyManagerBuilder<byte[]> builder(AbstractRedisClient client) {
		return (client instanceof RedisClusterClient cluster) ? Bucket4jLettuce.casBasedBuilder(cluster)
				: Bucket4jLettuce.casBasedBuilder((RedisClient) client);
	}

}
