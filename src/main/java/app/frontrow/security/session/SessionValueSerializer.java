package app.frontrow.security.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.util.Arrays;

import app.frontrow.members.Member;
import app.frontrow.members.Role;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * Serializes the values of sessions with Java's serialization. It reads only the few
 * types that sessions contain. So an attacker who can write to Redis cannot make it
 * create other objects; such a value is treated as missing. Equal bytes are deserialized
 * only once and cached. Each request still asks Redis, so an ended session is invalid at
 * once. The values are immutable except the security context, so each request gets a new
 * context.
 */
class SessionValueSerializer implements RedisSerializer<Object> {

	private static final Duration CACHE_LIFETIME = Duration.ofMinutes(5);

	/** The largest number of bytes of all cached values together. */
	private static final long MAX_BYTES = 32_000_000;

	private static final String SECURITY = "org.springframework.security.";

	private static final ObjectInputFilter KNOWN_TYPES = ObjectInputFilter.Config.createFilter(String.join(";",
			"maxdepth=12", "maxrefs=200", "maxarray=50", "java.lang.Object", "java.lang.String", "java.lang.Number",
			"java.lang.Long", "java.lang.Integer", "java.lang.Enum", "java.util.UUID", "java.time.Ser",
			"java.time.Instant", "java.util.ArrayList", "java.util.Collections$UnmodifiableCollection",
			"java.util.Collections$UnmodifiableList", "java.util.Collections$UnmodifiableRandomAccessList",
			SECURITY + "core.context.SecurityContextImpl", SECURITY + "core.authority.SimpleGrantedAuthority",
			SECURITY + "core.authority.FactorGrantedAuthority", SECURITY + "authentication.AbstractAuthenticationToken",
			SECURITY + "authentication.UsernamePasswordAuthenticationToken",
			SECURITY + "web.authentication.WebAuthenticationDetails", Member.class.getName(), Role.class.getName(),
			Device.class.getName(), Device.Kind.class.getName(), "!*"));

	private static final Logger log = LoggerFactory.getLogger(SessionValueSerializer.class);

	private final RedisSerializer<Object> java = RedisSerializer.java();

	private final Cache<Bytes, Object> valueCache = Caffeine.newBuilder()
		.expireAfterAccess(CACHE_LIFETIME)
		.maximumWeight(MAX_BYTES)
		.weigher((Bytes bytes, Object value) -> bytes.content().length)
		.build();

	@Override
	public byte[] serialize(@Nullable Object value) {
		return this.java.serialize(value);
	}

	@Override
	public @Nullable Object deserialize(byte @Nullable [] bytes) {
		if (bytes == null) {
			return null;
		}
		Object value = this.valueCache.get(new Bytes(bytes), (key) -> read(key.content()));
		if (!(value instanceof SecurityContext context)) {
			return value;
		}
		SecurityContext copy = new SecurityContextImpl();
		copy.setAuthentication(context.getAuthentication());
		return copy;
	}

	private static @Nullable Object read(byte[] bytes) {
		try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
			input.setObjectInputFilter(KNOWN_TYPES);
			return input.readObject();
		}
		catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
			log.debug("A value of a session could not be read", unreadable);
			return null;
		}
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
