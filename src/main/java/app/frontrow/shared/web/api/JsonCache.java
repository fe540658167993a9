package app.frontrow.shared.web.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Writes values as JSON and caches the result, because many clients ask for the same
 * value. The value is the key of the cache, so a changed value is always written anew.
 */
@Component
public class JsonCache {

	/** The largest number of bytes of all cached texts together. */
	private static final long MAX_BYTES = 16_000_000;

	private final Cache<Object, byte[]> jsonCache = Caffeine.newBuilder()
		.maximumWeight(MAX_BYTES)
		.weigher((Object value, byte[] text) -> text.length)
		.build();

	private final JsonMapper json;

	JsonCache(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Returns the value as JSON.
	 * @param value an immutable value, for example a record
	 * @return the bytes in the cache; the caller must not change them
	 */
	public byte[] write(Object value) {
		return this.jsonCache.get(value, this.json::writeValueAsBytes);
	}

}
