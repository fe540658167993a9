package app.frontrow.operations;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ApiClient.Answer;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Members who look, top up, hold and give back, and members who wait, until the load
 * ends. A request that is answered 503 is sent again, with the same key, until it is
 * answered.
 */
public final class MemberLoad implements AutoCloseable {

	/** Settings of the instances, so that a slow machine ends neither pass nor hold. */
	public static final Map<String, String> SETTINGS = Map.of("FRONTROW_QUEUE_PASS", "1h", "FRONTROW_RESERVATIONS_HOLD",
			"1h");

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<ApiClient> buyers;

	private final List<Long> balances;

	private final List<Future<Long>> topUps = new ArrayList<>();

	private volatile boolean ends;

	private MemberLoad(List<ApiClient> buyers) {
		this.buyers = buyers;
		this.balances = buyers.stream().map(ApiClient::balance).toList();
	}

	/**
	 * Starts the load.
	 * @param buyers members inside the concert
	 * @param waiting members with a place in its queue
	 */
	public static MemberLoad start(List<ApiClient> buyers, long concert, List<ApiClient> waiting) {
		MemberLoad load = new MemberLoad(buyers);
		long show = buyers.get(0).firstShow(concert);
		for (int member = 0; member < buyers.size(); member++) {
			ApiClient buyer = buyers.get(member);
			int seat = member + 1;
			load.topUps.add(load.threads.submit(() -> load.visit(buyer, show, seat)));
		}
		waiting.forEach((member) -> load.threads.submit(() -> load.poll(member)));
		return load;
	}

	/** Waits until every kind of request was answered well again this many times. */
	public void awaitAnswers(int count) {
		long now = System.nanoTime();
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> List.of("GET 200", "POST 201", "DELETE 200")
				.stream()
				.allMatch((kind) -> this.outcomes.stream()
					.filter((outcome) -> outcome.at > now && outcome.kind.equals(kind))
					.count() >= count));
	}

	/** The time from this moment of {@link System#nanoTime()} to the last answer 503. */
	public Duration outageSince(long moment) {
		return Duration.ofNanos(this.outcomes.stream()
			.filter((outcome) -> outcome.kind.endsWith(" 503"))
			.mapToLong((outcome) -> outcome.at - moment)
			.max()
			.orElse(0));
	}

	/**
	 * Ends the load. Checks that each buyer has what was topped up, to the won.
	 * @return how often each outcome occurred, such as {@code POST 201}; with the path if
	 * it is neither a success nor 503
	 */
	public Map<String, Long> finish() throws InterruptedException, ExecutionException {
		this.ends = true;
		for (int member = 0; member < this.buyers.size(); member++) {
			long toppedUp = this.topUps.get(member).get();
			assertThat(this.buyers.get(member).balance()).isEqualTo(this.balances.get(member) + toppedUp);
		}
		this.threads.shutdown();
		assertThat(this.threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
		return this.outcomes.stream()
			.collect(Collectors.groupingBy(Outcome::kind, TreeMap::new, Collectors.counting()));
	}

	/** The kinds of outcomes without those of an outage. */
	public static Collection<String> withoutOutage(Map<String, Long> outcomes) {
		return outcomes.keySet().stream().filter((kind) -> !kind.endsWith(" 503")).toList();
	}

	@Override
	public void close() {
		this.ends = true;
		this.threads.shutdownNow();
	}

	/** A member's requests until the end; returns what was topped up, in won. */
	private long visit(ApiClient member, long show, int seat) {
		long toppedUp = 0;
		while (!this.ends) {
			send("GET", () -> member.with("Accept", "text/html").get("/"));
			send("GET", () -> member.get("/api/v1/wallet"));
			send("GET", member::place);
			ApiClient wallet = withKey(member);
			if (succeeded(send("POST", () -> wallet.charge(1)))) {
				toppedUp++;
			}
			ApiClient holder = withKey(member);
			Answer held = send("POST", () -> holder.hold(show, seat));
			if (succeeded(held)) {
				send("DELETE", () -> member.cancel(held.text("id")));
			}
		}
		return toppedUp;
	}

	private void poll(ApiClient member) {
		while (!this.ends) {
			send("GET", member::place);
			pause(Duration.ofMillis(200));
		}
	}

	/** The answer that is not 503; null if there is none. */
	private Answer send(String method, Supplier<Answer> request) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		do {
			Answer answer = sendOnce(method, request);
			if (answer == null || answer.status() != 503) {
				return answer;
			}
			pause(Duration.ofMillis(50));
		}
		while (System.nanoTime() < deadline);
		return null;
	}

	private Answer sendOnce(String method, Supplier<Answer> request) {
		try {
			Answer answer = request.get();
			boolean expected = answer.status() < 300 || answer.status() == 503;
			record((expected ? method : answer.request()) + " " + answer.status());
			return answer;
		}
		catch (UncheckedIOException failure) {
			record(method + " " + failure.getCause());
			return null;
		}
	}

	private void record(String kind) {
		this.outcomes.add(new Outcome(System.nanoTime(), kind));
	}

	private static boolean succeeded(Answer answer) {
		return answer != null && answer.status() == 201;
	}

	private static ApiClient withKey(ApiClient member) {
		return member.with("Idempotency-Key", UUID.randomUUID().toString());
	}

	private static void pause(Duration time) {
		try {
			TimeUnit.MILLISECONDS.sleep(time.toMillis());
		}
		catch (InterruptedException ended) {
			Thread.currentThread().interrupt();
		}
	}

	private record Outcome(long at, String kind) {
	}

}
