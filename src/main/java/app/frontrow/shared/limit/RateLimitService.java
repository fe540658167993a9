package app.frontrow.shared.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import app.frontrow.shared.error.TooManyRequestsException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Limits how often an action is allowed on all instances together. Each limit is a bucket
 * in Redis that is refilled steadily. Every method that asks Redis throws a
 * {@link DataAccessResourceFailureException} if Redis is not available.
 */
@Component
public class RateLimitService {

	private static final int MAX_CACHED_BUCKETS = 10_000;

	private final LettuceConnectionFactory redis;

	private final RateLimitMetrics refusals;

	/** Requests of this instance for the same bucket share one call to Redis. */
	private final Cache<String, BucketProxy> redisBuckets = Caffeine.newBuilder()
		.expireAfterAccess(1, TimeUnit.MINUTES)
		.maximumSize(MAX_CACHED_BUCKETS)
		.build();

	/** These buckets count on this instance only. */
	private final Cache<String, Bucket> localBuckets = Caffeine.newBuilder()
		.expireAfterAccess(1, TimeUnit.MINUTES)
		.maximumSize(MAX_CACHED_BUCKETS)
		.build();

	private @Nullable AbstractRedisClient client;

	private @Nullable ProxyManager<byte[]> buckets;

	RateLimitService(LettuceConnectionFactory redis, MeterRegistry registry) {
		this.redis = redis;
		this.refusals = new RateLimitMetrics(registry);
	}

	/**
	 * Counts one more request on all instances together.
	 * @param who the member or address that is limited
	 * @throws TooManyRequestsException if the limit does not allow the request
	 */
	public void require(RateLimit limit, String who) {
		refuseAfter(limit, ask(limit, who, (bucket) -> {
			var probe = bucket.tryConsumeAndReturnRemaining(1);
			return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
		}));
	}

	/**
	 * Counts one more request on this instance only, without Redis. Use it for limits
	 * that are so large that the number of instances does not matter.
	 * @param who the member or address that is limited
	 * @throws TooManyRequestsException if the limit does not allow the request
	 */
	public void requireLocally(RateLimit limit, String who) {
		var probe = this.localBuckets.get(limit.name() + ":" + who, (key) -> limit.bucket())
			.tryConsumeAndReturnRemaining(1);
		refuseAfter(limit, probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill()));
	}

	/** Undoes the count of one request. */
	public void giveBack(RateLimit limit, String who) {
		ask(limit, who, (bucket) -> {
			bucket.addTokens(1);
			return null;
		});
	}

	/** Undoes the count of all requests. */
	public void reset(RateLimit limit, String who) {
		ask(limit, who, (bucket) -> {
			bucket.reset();
			return null;
		});
	}

	/**
	 * Returns the Redis key of a limit for one member or address. The key contains a
	 * digest, so it shows no name or address and is always short. It also contains the
	 * capacity, so a changed limit starts with a new count.
	 */
	public static String key(RateLimit limit, String who) {
		return "frontrow:limit:" + limit.name() + ":" + limit.capacity() + ":" + digest(who);
	}

	/**
	 * Returns the SHA-256 digest of a text, in base64 for URLs.
	 */
	public static String digest(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private void refuseAfter(RateLimit limit, long nanos) {
		if (nanos > 0) {
			this.refusals.count(limit.name());
			throw new TooManyRequestsException(Duration.ofNanos(nanos).toSeconds() + 1);
		}
	}

	private <T extends @Nullable Object> T ask(RateLimit limit, String who, Function<BucketProxy, T> call) {
		try {
			ProxyManager<byte[]> buckets = buckets();
			return call.apply(this.redisBuckets.get(key(limit, who), (key) -> bucket(buckets, key, limit)));
		}
		catch (RuntimeException failure) {
			throw new DataAccessResourceFailureException("Redis could not be asked for a limit", failure);
		}
	}

	private static BucketProxy bucket(ProxyManager<byte[]> buckets, String key, RateLimit limit) {
		BucketConfiguration configuration = limit.configuration();
		return buckets.builder()
			.withOptimization(Optimizations.batching())
			.build(key.getBytes(StandardCharsets.UTF_8), () -> configuration);
	}

	/**
	 * Returns the buckets of the current Redis client. The connection factory has a new
	 * client after it was stopped and started again.
	 */
	private synchronized ProxyManager<byte[]> buckets() {
		AbstractRedisClient current = this.redis.getRequiredNativeClient();
		ProxyManager<byte[]> known = this.buckets;
		if (known == null || current != this.client) {
			this.redisBuckets.invalidateAll();
			known = builder(current).requestTimeout(this.redis.getClientConfiguration().getCommandTimeout())
				.expirationAfterWrite(
						ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
				.build();
			this.buckets = known;
			this.client = current;
		}
		return known;
	}

	private static LettuceBasedProxyManagerBuilder<byte[]> builder(AbstractRedisClient client) {
		return (client instanceof RedisClusterClient cluster) ? Bucket4jLettuce.casBasedBuilder(cluster)
				: Bucket4jLettuce.casBasedBuilder((RedisClient) client);
	}

}
