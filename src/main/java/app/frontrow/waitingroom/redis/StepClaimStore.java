package app.frontrow.waitingroom.redis;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Shares the steps of the queues between the instances. Whoever claims a step first takes
 * it. So an instance that ends, or hangs, leaves its share to the others at once.
 */
@Component
public class StepClaimStore {

	private static final String CLAIMS_KEY = "frontrow:steps";

	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> CLAIM = RedisScript
		.of(new ClassPathResource("redis/waitingroom/claim_steps.lua"), List.class);

	private final StringRedisTemplate redis;

	StepClaimStore(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/**
	 * Claims the next steps of these queues.
	 * @param shared queues whose step is taken by whoever claims it first
	 * @param taken queues whose step this instance takes in any case, so nobody else
	 * needs to
	 * @param intervalMillis the time between two steps of a queue, whoever takes them
	 * @return those of the shared queues whose step this instance takes now
	 */
	public Set<Long> claim(Collection<Long> shared, Collection<Long> taken, long intervalMillis) {
		if (shared.isEmpty() && taken.isEmpty()) {
			return Set.of();
		}
		Object[] list = Stream.concat(pairs(shared, intervalMillis), pairs(taken, 0)).toArray();
		List<?> due = this.redis.execute(CLAIM, List.of(CLAIMS_KEY), list);
		Set<Long> claimed = due.stream().map(String::valueOf).map(Long::valueOf).collect(Collectors.toSet());
		claimed.retainAll(Set.copyOf(shared));
		return claimed;
	}

	private static Stream<String> pairs(Collection<Long> concerts, long intervalMillis) {
		return concerts.stream()
			.flatMap((concert) -> Stream.of(String.valueOf(concert), String.valueOf(intervalMillis)));
	}

	/** Forgets the claims of a queue that is not live any more. */
	void forget(String concert) {
		this.redis.opsForHash().delete(CLAIMS_KEY, concert);
	}

}
