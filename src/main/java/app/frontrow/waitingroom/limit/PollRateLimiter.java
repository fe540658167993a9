package app.frontrow.waitingroom.limit;

import java.time.Duration;

import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.waitingroom.token.QueueTicket;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import org.springframework.stereotype.Component;

/**
 * Limits how often a member polls, and how often a member is refused. It counts on this
 * instance only, without a store. A normal client polls every two seconds or less often.
 * The limit is twenty polls a second.
 */
@Component
public class PollRateLimiter {

	private static final int BURST_SIZE = 60;

	private static final int PER_SECOND = 20;

	private static final Duration BUCKET_LIFETIME = Duration.ofSeconds(BURST_SIZE / PER_SECOND);

	private static final int MAX_BUCKETS = 200_000;

	private final Cache<QueueTicket, Bucket> pollBuckets = buckets();

	/**
	 * Refusals are counted separately, so that a member who polls too fast may still use
	 * the pass.
	 */
	private final Cache<QueueTicket, Bucket> refusalBuckets = buckets();

	/**
	 * Counts one poll.
	 * @throws TooManyRequestsException if the member polls too often; the place is kept
	 */
	public void check(QueueTicket ticket) {
		count(this.pollBuckets, ticket);
	}

	/**
	 * Counts one refusal.
	 * @throws TooManyRequestsException if the member was refused too often; the place is
	 * kept
	 */
	public void countRefusal(QueueTicket ticket) {
		count(this.refusalBuckets, ticket);
	}

	/**
	 * Checks the refusals so far. It counts nothing.
	 * @throws TooManyRequestsException if the member was refused too often
	 */
	public void checkRefusals(QueueTicket ticket) {
		Bucket bucket = this.refusalBuckets.getIfPresent(ticket);
		if (bucket != null && !bucket.estimateAbilityToConsume(1).canBeConsumed()) {
			throw new TooManyRequestsException(1);
		}
	}

	private static void count(Cache<QueueTicket, Bucket> buckets, QueueTicket ticket) {
		ConsumptionProbe probe = buckets.get(ticket, (one) -> bucket()).tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new TooManyRequestsException(1);
		}
	}

	private static Cache<QueueTicket, Bucket> buckets() {
		return Caffeine.newBuilder().expireAfterAccess(BUCKET_LIFETIME).maximumSize(MAX_BUCKETS).build();
	}

	private static Bucket bucket() {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(BURST_SIZE).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
			.build();
	}

}
