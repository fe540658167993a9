package app.frontrow.catalogue;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;

import org.springframework.cache.caffeine.CaffeineCache;

/**
 * A cache that never keeps what was read before a drop, also when the reading ends after
 * it: who reads while somebody sells gets an answer, but the next one reads anew. Nobody
 * waits for another's reading, since both may need the last free connections.
 */
class FreshCache extends CaffeineCache {

	/** The latest reading of each key, until it ends or what it reads is dropped. */
	private final Map<Object, Object> readings = new ConcurrentHashMap<>();

	FreshCache(String name, Cache<Object, Object> cache) {
		super(name, cache);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> T get(Object key, Callable<T> reader) {
		ValueWrapper known = get(key);
		if (known != null) {
			return (T) known.get();
		}
		Object reading = new Object();
		this.readings.put(key, reading);
		try {
			T value = reader.call();
			put(key, value);
			return value;
		}
		catch (Exception failure) {
			throw new ValueRetrievalException(key, reader, failure);
		}
		finally {
			if (!this.readings.remove(key, reading)) {
				super.evict(key);
			}
		}
	}

	@Override
	public void evict(Object key) {
		this.readings.remove(key);
		super.evict(key);
	}

	@Override
	public void clear() {
		this.readings.clear();
		super.clear();
	}

}
