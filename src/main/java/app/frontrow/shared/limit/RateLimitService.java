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

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Limits how often something may be done, by all instances together: each limit is a
 * bucket in Redis that fills up steadily. Every method fails with a
 * {@link DataAccessResourceFailureException} if Redis is out of reach.
 */
@Component
public class RateLimitService {

	private static final int MAX_CACHED_BUCKETS = 10_000;

	private final LettuceConnectionFactory redis;

	private final RateLimitMetrics refusals;

	/** Requests of this instance for the same bucket go to Redis together. */
	private final Cache<String, BucketProxy> redisBuckets = Caffeine.newBuilder()
		.expireAfterAccess(1, TimeUnit.MINUTES)
		.maximumSize(MAX_CACHED_BUCKETS)
		.build();

	/** What is counted without Redis. */
	private final Cache<String, Bucket> localBuckets = Caffeine.newBuilder()
		.expireAfterAccess(1, TimeUnit.MINUTES)
		.maximumSize(MAX_CACHED_BUCKETS)
		.build();

	private AbstractRedisClient client;

	private ProxyManager<byte[]> buckets;

	RateLimitService(LettuceConnectionFactory redis, MeterRegistry registry) {
		this.redis = redis;
		this.refusals = new RateLimitMetrics(registry);
	}

	/**
	 * Counts one more request.
	 * @param who who is limited
	 * @throws TooManyRequestsException if that is one too many
	 */
	public void require(RateLimit limit, String who) {
		refuseAfter(limit, ask(limit, who, (bucket) -> {
			var probe = bucket.tryConsumeAndReturnRemaining(1);
			return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
		}));
	}

	/**
	 * Counts one more request on this instance alone, and asks no store: for limits so
	 * wide that it does not matter how many instances there are.
	 * @param who who is limited
	 * @throws TooManyRequestsException if that is one too many
	 */
	public void requireLocally(RateLimit limit, String who) {
		var probe = this.localBuckets.get(limit.name() + ":" + who, (key) -> limit.bucket())
			.tryConsumeAndReturnRemaining(1);
		refuseAfter(limit, probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill()));
	}

	/** One that was counted does not count. */
	public void giveBack(RateLimit limit, String who) {
		ask(limit, who, (bucket) -> {
			bucket.addTokens(1);
			return null;
		});
	}

	/** Nothing that was counted counts. */
	public void reset(RateLimit limit, String who) {
		ask(limit, who, (bucket) -> {
			bucket.reset();
			return null;
		});
	}

	/**
	 * The name under which Redis knows who is limited: it tells nobody's name or address,
	 * and is short whatever somebody sends. A changed limit begins anew.
	 */
	public static String key(RateLimit limit, String who) {
		return "frontrow:limit:" + limit.name() + ":" + limit.most() + ":" + digest(who);
	}

	/**
	 * A short text that stands for another one.
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

	private <T> T ask(RateLimit limit, String who, Function<BucketProxy, T> question) {
		try {
			ProxyManager<byte[]> buckets = buckets();
			return question.apply(this.redisBuckets.get(key(limit, who), (key) -> bucket(buckets, key, limit)));
		}
		catch (RuntimeException failure) {
			throw new DataAccessResourceFailureException("A limit could not be looked up", failure);
		}
	}

	private static BucketProxy bucket(ProxyManager<byte[]> buckets, String key, RateLimit limit) {
		BucketConfiguration configuration = limit.configuration();
		return buckets.builder()
			.withOptimization(Optimizations.batching())
			.build(key.getBytes(StandardCharsets.UTF_8), () -> configuration);
	}

	/**
	 * The buckets of the client that there is now: a connection that was stopped and
	 * started again has a new one.
	 */
	private synchronized ProxyManager<byte[]> buckets() {
		AbstractRedisClient current = this.redis.getRequiredNativeClient();
		if (current != this.client) {
			this.redisBuckets.invalidateAll();
			this.buckets = builder(current).requestTimeout(this.redis.getClientConfiguration().getCommandTimeout())
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
