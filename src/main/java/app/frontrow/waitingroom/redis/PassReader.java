package app.frontrow.waitingroom.redis;

import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads the passes of a queue. {@code queue.lua} explains the key {@code passes}.
 */
@Component
public class PassReader {

	/** A pass in another form is of a newer release, which calls its member. */
	private static final Predicate<String> IS_UNCLAIMED = Pattern.compile("\\d+:0:\\d+").asMatchPredicate();

	private final StringRedisTemplate redis;

	PassReader(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/**
	 * Returns the members inside who have not asked since they were admitted. There are
	 * at most as many as the waiting room has passes.
	 */
	public Set<UUID> findUnclaimed(long concertId) {
		return this.redis.<String, String>opsForHash()
			.entries("{q:" + concertId + "}:passes")
			.entrySet()
			.stream()
			.filter((pass) -> IS_UNCLAIMED.test(pass.getValue()))
			.map((pass) -> UUID.fromString(pass.getKey()))
			.collect(Collectors.toSet());
	}

}
