package app.frontrow.fuzz;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import app.frontrow.RunningProduct;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.ReconciliationFixture;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thousands of requests to every operation of the API, most of them spoilt in one to
 * three places, by nobody, members with a turn and administrators. Each is answered, none
 * with a 5xx but a 503 that is gone when asked again as it says; a refusal is a problem
 * with a code of its status, tells nothing of the inside, and has changed nothing.
 * <p>
 * A run names its seed; {@code -Dfuzz.seed=<seed>} plays it again, and
 * {@code -Dfuzz.requests=<n>} sends that many.
 */
@RunningProduct
class ApiFuzzIT {

	private static final Logger log = LoggerFactory.getLogger(ApiFuzzIT.class);

	private static final long SEED = 874_155;

	private static final int BATCH = 200;

	/** Kinds of faults that are worth reading at a time. */
	private static final int ENOUGH = 20;

	private static final int DEFAULT = 5_000;

	/** With so many requests, each operation must have succeeded at least once. */
	private static final int MANY = 20_000;

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void everyRequestIsAnsweredAndARefusalChangesNothing() {
		long seed = Long.getLong("fuzz.seed", SEED);
		int count = Integer.getInteger("fuzz.requests", DEFAULT);
		log.info("{} requests: -Dfuzz.seed={}", count, seed);
		FuzzFixture scene = new FuzzFixture(this.port, this.jdbc);
		List<ApiCaller> callers = IntStream.range(0, 6).mapToObj((number) -> new ApiCaller(scene, number < 2)).toList();
		ApiDescription api = new ApiDescription(ApiClient.at(this.port).get("/api/openapi.json").expect(200).json());
		RequestGenerator requests = new RequestGenerator(api, scene, callers);
		RequestFlood flood = new RequestFlood(RawHttpClient.to(this.port), new StoreDigest(this.jdbc, scene.concert()),
				AnswerCheck::ofApi);

		for (int from = 0; from < count && flood.faults().size() < ENOUGH; from += BATCH) {
			List<RequestDraft> drafts = IntStream.range(from, from + BATCH)
				.mapToObj((number) -> requests.make(seed, number))
				.toList();
			flood.send(drafts.stream().filter(RequestDraft::isSafe).toList());
			flood.send(drafts.stream().filter((draft) -> !draft.isSafe()).toList());
			scene.refresh();
			// much of the time goes into hashes of passwords
			ConcurrentRunner.call(callers.size(),
					callers.stream().map((caller) -> Executors.callable((Runnable) caller::refresh)).toList());
		}

		log.info("{} requests were sent\n{}", flood.sent(), table(flood.outcomes()));
		assertThat(flood.faults()).as("-Dfuzz.seed=" + seed).isEmpty();
		assertThat(flood.unrest()).as("requests that were not looked at").isLessThanOrEqualTo(count / 100);
		if (count >= DEFAULT) {
			assertThat(flood.outcomes()).hasSameSizeAs(api.operations());
			flood.outcomes().forEach(ApiFuzzIT::assertNotHiddenByLimits);
			int rare = (count < MANY) ? api.operations().size() / 8 : 0;
			assertThat(neverSucceeded(flood.outcomes())).hasSizeLessThanOrEqualTo(rare);
		}
		new ReconciliationFixture(this.jdbc).audit();
	}

	private static void assertNotHiddenByLimits(String operation, Map<Integer, Integer> outcomes) {
		int all = outcomes.values().stream().mapToInt(Integer::intValue).sum();
		assertThat(outcomes.getOrDefault(429, 0)).as(operation).isLessThan(all / 2);
	}

	private static List<String> neverSucceeded(Map<String, Map<Integer, Integer>> outcomes) {
		return outcomes.entrySet()
			.stream()
			.filter((operation) -> operation.getValue().keySet().stream().noneMatch((status) -> status / 100 == 2))
			.map(Map.Entry::getKey)
			.toList();
	}

	private static String table(Map<String, Map<Integer, Integer>> outcomes) {
		StringBuilder table = new StringBuilder();
		outcomes.forEach((operation, statuses) -> table.append(operation).append(' ').append(statuses).append('\n'));
		return table.toString();
	}

}
