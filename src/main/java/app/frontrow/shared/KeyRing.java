package app.frontrow.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secret keys of the installation. The current key signs. The accepted keys only
 * verify what another key has signed: a former key until its tokens are over, and a
 * coming key while not all instances sign with it yet.
 */
@ConfigurationProperties("frontrow")
public final class KeyRing {

	private final List<RingKey> keys = new ArrayList<>();

	/**
	 * Decodes the keys of the settings.
	 * @param tokenKey the current key: base64 of at least 32 random bytes
	 * @param acceptedTokenKeys keys that only verify: base64, with {@code @} and an
	 * instant after it if the key is accepted only until then
	 */
	public KeyRing(String tokenKey, @Nullable List<String> acceptedTokenKeys) {
		this.keys.add(new RingKey(new MasterKey(tokenKey), Instant.MAX));
		if (acceptedTokenKeys != null) {
			acceptedTokenKeys.stream().filter((entry) -> !entry.isBlank()).map(RingKey::parse).forEach(this.keys::add);
		}
	}

	/** Returns a ring with one key. */
	public static KeyRing of(String tokenKey) {
		return new KeyRing(tokenKey, List.of());
	}

	/** Returns the key that signs. */
	public MasterKey current() {
		return this.keys.get(0).key();
	}

	/** Returns all keys, the current one first, with the end of each. */
	public List<RingKey> all() {
		return List.copyOf(this.keys);
	}

	/** Returns the keys that verify at this time, the current one first. */
	public Stream<MasterKey> verifyingKeys(Instant now) {
		return this.keys.stream().filter((key) -> !key.isOver(now)).map(RingKey::key);
	}

	/**
	 * A key, and until when it verifies.
	 */
	public record RingKey(MasterKey key, Instant end) {

		/**
		 * Reads an entry of the settings.
		 * @throws IllegalArgumentException if the key is not base64
		 * @throws java.time.format.DateTimeParseException if the end is not an instant
		 */
		public static RingKey parse(String entry) {
			String[] parts = entry.strip().split("@", 2);
			return new RingKey(new MasterKey(parts[0]), (parts.length > 1) ? Instant.parse(parts[1]) : Instant.MAX);
		}

		/** Returns whether the key verifies nothing any more. */
		public boolean isOver(Instant now) {
			return !now.isBefore(this.end);
		}

	}

}
