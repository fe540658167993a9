package app.frontrow.waitingroom;

import java.time.Duration;

import app.frontrow.shared.TooManyRequestsException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import org.springframework.stereotype.Component;

/**
 * Slows who asks for a place much faster than told, on this instance and without asking a
 * store. Somebody told to ask every two seconds may ask twenty times a second.
 */
@Component
class PollLimit {

	private static final int BURST = 60;

	private static final int PER_SECOND = 20;

	private static final Duration MEMORY = Duration.ofSeconds(BURST / PER_SECOND);

	private static final int TICKETS = 200_000;

	private final Cache<Ticket, Bucket> buckets = Caffeine.newBuilder()
		.expireAfterAccess(MEMORY)
		.maximumSize(TICKETS)
		.build();

	/**
	 * Lets the ticket's holder ask, or not.
	 * @throws TooManyRequestsException if they ask too fast; the place is kept
	 */
	void check(Ticket ticket) {
		ConsumptionProbe probe = this.buckets.get(ticket, (one) -> bucket()).tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new TooManyRequestsException(1);
		}
	}

	private static Bucket bucket() {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(BURST).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
			.build();
	}

}
