package app.frontrow.shared.web.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Writes values as JSON, and remembers what it wrote for values that many ask for. Values
 * are compared by {@code equals}, so what is remembered is never out of date.
 */
@Component
public class JsonCache {

	/** Bytes of all texts together. */
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
	 * The value as JSON.
	 * @param value immutable, for example a record of records
	 * @return not to be changed
	 */
	public byte[] write(Object value) {
		return this.jsonCache.get(value, this.json::writeValueAsBytes);
	}

}
