package app.frontrow.catalogue.cache;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets one thread read a key while the others wait for the result. A thread in a
 * transaction reads by itself, because the reader may wait for its connection.
 */
class SingleFlightLoader<K, V> {

	private final Map<K, CompletableFuture<V>> readings = new ConcurrentHashMap<>();

	private final Function<K, V> reader;

	SingleFlightLoader(Function<K, V> reader) {
		this.reader = reader;
	}

	V read(K key) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			return this.reader.apply(key);
		}
		CompletableFuture<V> own = new CompletableFuture<>();
		CompletableFuture<V> other = this.readings.putIfAbsent(key, own);
		return (other != null) ? await(other) : read(key, own);
	}

	private V read(K key, CompletableFuture<V> result) {
		try {
			V value = this.reader.apply(key);
			result.complete(value);
			return value;
		}
		catch (RuntimeException | Error failure) {
			result.completeExceptionally(failure);
			throw failure;
		}
		finally {
			this.readings.remove(key);
		}
	}

	private static <V> V await(CompletableFuture<V> result) {
		try {
			return result.join();
		}
		catch (CompletionException failure) {
			if (failure.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw failure;
		}
	}

}
