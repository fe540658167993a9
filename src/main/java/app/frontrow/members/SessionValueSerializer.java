package app.frontrow.members;

import java.time.Duration;
import java.util.Arrays;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * Java's serialization, but the same bytes are read once and not with every request.
 * Redis is still asked each time, so a session that was ended is dead at once. What
 * sessions hold does not change, except the context, of which each request gets its own.
 */
class SessionValueSerializer implements RedisSerializer<Object> {

	private static final Duration REMEMBERED = Duration.ofMinutes(5);

	/** Bytes of all values together. */
	private static final long MOST = 32_000_000;

	private final RedisSerializer<Object> java = RedisSerializer.java();

	private final Cache<Bytes, Object> known = Caffeine.newBuilder()
		.expireAfterAccess(REMEMBERED)
		.maximumWeight(MOST)
		.weigher((Bytes bytes, Object value) -> bytes.content().length)
		.build();

	@Override
	public byte[] serialize(Object value) {
		return this.java.serialize(value);
	}

	@Override
	public Object deserialize(byte[] bytes) {
		if (bytes == null) {
			return null;
		}
		Object value = this.known.get(new Bytes(bytes), (key) -> this.java.deserialize(key.content()));
		return (value instanceof SecurityContext context) ? new SecurityContextImpl(context.getAuthentication())
				: value;
	}

	private record Bytes(byte[] content) {

		@Override
		public boolean equals(Object other) {
			return other instanceof Bytes bytes && Arrays.equals(this.content, bytes.content);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(this.content);
		}

	}

}
