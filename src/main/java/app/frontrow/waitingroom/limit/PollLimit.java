package app.frontrow.waitingroom.limit;

import java.time.Duration;

import app.frontrow.shared.TooManyRequestsException;
import app.frontrow.waitingroom.token.Ticket;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import org.springframework.stereotype.Component;

/**
 * Slows who asks for a place, or comes to a closed door, much faster than told, on this
 * instance and without asking a store. Somebody told to ask every two seconds may ask
 * twenty times a second.
 */
@Component
public class PollLimit {

	private static final int BURST_SIZE = 60;

	private static final int PER_SECOND = 20;

	private static final Duration BUCKET_LIFETIME = Duration.ofSeconds(BURST_SIZE / PER_SECOND);

	private static final int MAX_BUCKETS = 200_000;

	private final Cache<Ticket, Bucket> pollBuckets = buckets();

	/** Of their own: who asks for the place too fast may still come in. */
	private final Cache<Ticket, Bucket> refusalBuckets = buckets();

	/**
	 * Lets the ticket's holder ask, or not.
	 * @throws TooManyRequestsException if they ask too fast; the place is kept
	 */
	public void check(Ticket ticket) {
		count(this.pollBuckets, ticket);
	}

	/**
	 * Counts that the ticket's holder was sent away from a door.
	 * @throws TooManyRequestsException if that is too often; the place is kept
	 */
	public void countRefusal(Ticket ticket) {
		count(this.refusalBuckets, ticket);
	}

	/**
	 * Lets the ticket's holder come to a door, or not. It counts nothing.
	 * @throws TooManyRequestsException if they were sent away too often
	 */
	public void checkRefusals(Ticket ticket) {
		Bucket bucket = this.refusalBuckets.getIfPresent(ticket);
		if (bucket != null && !bucket.estimateAbilityToConsume(1).canBeConsumed()) {
			throw new TooManyRequestsException(1);
		}
	}

	private static void count(Cache<Ticket, Bucket> buckets, Ticket ticket) {
		ConsumptionProbe probe = buckets.get(ticket, (one) -> bucket()).tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new TooManyRequestsException(1);
		}
	}

	private static Cache<Ticket, Bucket> buckets() {
		return Caffeine.newBuilder().expireAfterAccess(BUCKET_LIFETIME).maximumSize(MAX_BUCKETS).build();
	}

	private static Bucket bucket() {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(BURST_SIZE).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
			.build();
	}

}
