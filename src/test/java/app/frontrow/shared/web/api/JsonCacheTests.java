package app.frontrow.shared.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import app.frontrow.rules.ProvesRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class JsonCacheTests {

	private static final int THREADS = 16;

	private final JsonCache json = new JsonCache(new JsonMapper());

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

	@AfterEach
	void endThreads() {
		this.threads.shutdownNow();
	}

	/** All values have one hash, so only a comparison tells them apart. */
	@Test
	@ProvesRule(rule = "JSON that is kept belongs to the value that was asked for", guard = "JsonCache.write",
			brokenBy = "keeping it by hash code")
	void concurrentCallersGetTheJsonOfTheirOwnValue() throws Exception {
		List<Callable<Integer>> readers = IntStream.range(0, THREADS).<Callable<Integer>>mapToObj((reader) -> () -> {
			for (int i = 0; i < 5_000; i++) {
				int version = (i + reader) % 50;
				assertThat(text(new Seats(version, "show " + version)))
					.isEqualTo("{\"version\":" + version + ",\"show\":\"show " + version + "\"}");
			}
			return reader;
		}).toList();

		assertThat(results(readers)).hasSize(THREADS);
	}

	@Test
	@ProvesRule(rule = "JSON that many ask for is written once", guard = "JsonCache.write",
			brokenBy = "looking it up and putting it in two steps")
	void equalValuesAreWrittenOnce() throws Exception {
		AtomicInteger written = new AtomicInteger();

		List<String> texts = results(IntStream.range(0, THREADS)
			.<Callable<String>>mapToObj((reader) -> () -> text(new Counted(7, written)))
			.toList());

		assertThat(texts).containsOnly("{\"number\":7}");
		assertThat(written).hasValue(1);
	}

	private String text(Object value) {
		return new String(this.json.write(value), UTF_8);
	}

	private <T> List<T> results(List<Callable<T>> tasks) throws Exception {
		List<T> results = new ArrayList<>();
		for (Future<T> result : this.threads.invokeAll(tasks)) {
			results.add(result.get());
		}
		return results;
	}

	/**
	 * Two of one version and different shows are different.
	 */
	record Seats(int version, String show) {

		@Override
		public int hashCode() {
			return 1;
		}

	}

	/**
	 * A value that counts how often it is written.
	 */
	static final class Counted {

		private final int number;

		private final AtomicInteger written;

		Counted(int number, AtomicInteger written) {
			this.number = number;
			this.written = written;
		}

		public int getNumber() {
			this.written.incrementAndGet();
			return this.number;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Counted counted && this.number == counted.number;
		}

		@Override
		public int hashCode() {
			return this.number;
		}

	}

}
