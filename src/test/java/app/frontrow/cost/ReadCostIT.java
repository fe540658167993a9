package app.frontrow.cost;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Catalogue;
import app.frontrow.catalogue.Programme;
import app.frontrow.journey.ApiClient;
import app.frontrow.journey.Audience;
import app.frontrow.journey.Concerts;
import app.frontrow.journey.Crowd;
import app.frontrow.waitingroom.WaitingRoom;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What it costs to look: statements, counted where the driver sends them, and calls to
 * the waiting room in Redis, while 32 requests overlap again and again. That a request
 * reads its session once is tested by {@code members/SessionReadsIT}.
 */
@RunningProduct
@TestPropertySource(properties = { StatementCounter.SETTING, "frontrow.queue.capacity=1", "frontrow.queue.absence=2s" })
class ReadCostIT {

	private static final int READERS = 32;

	private static final int ROUNDS = 8;

	private static final int REQUESTS = READERS * ROUNDS;

	@Autowired
	private WaitingRoom waitingRoom;

	@Autowired
	private MeterRegistry meters;

	private final HttpClient http = HttpClient.newHttpClient();

	private int port;

	/** Scripts that had run before the requests that are counted. */
	private long before;

	private ApiClient inside;

	private long concert;

	private long show;

	@BeforeEach
	void oneMemberInside(@LocalServerPort int port, @Autowired JdbcClient jdbc, @Autowired Programme programme,
			@Autowired Catalogue catalogue) {
		this.port = port;
		this.concert = Concerts.onSale(programme, 1);
		this.show = catalogue.shows(this.concert).get(0).id();
		Audience audience = new Audience(jdbc, port);
		this.inside = audience.comeIn(audience.members(1), this.concert).get(0);
	}

	@Test
	void warmPagesAskNoDatabase() {
		for (String page : List.of("/", "/concerts/" + this.concert, "/?q=night", "/api/v1/concerts",
				"/api/v1/concerts/" + this.concert)) {
			read(page);
			assertThat(StatementCounter.sent()).as(page).isEmpty();
		}
	}

	@Test
	void farPollsAskNoStore() {
		List<ApiClient> far = waiters(300).subList(300 - READERS, 300);

		poll(far);

		assertThat(StatementCounter.sent()).isEmpty();
		assertThat(scriptsRun()).isZero();
	}

	@Test
	void nearPollsAskRedisOnceAtMost() {
		List<ApiClient> near = waiters(READERS);

		poll(near);

		assertThat(StatementCounter.sent()).isEmpty();
		assertThat(scriptsRun()).isBetween(1L, (long) REQUESTS);
	}

	@Test
	void seatsOfAWarmMapAskTheWaitingRoomOnceAtMost() {
		call(() -> this.inside.get("/api/v1/shows/" + this.show + "/seats").expect(200));

		// a map is read twice a second at most
		assertThat(StatementCounter.sent()).hasSizeLessThan(REQUESTS / 4);
		assertThat(scriptsRun()).isBetween(1L, (long) REQUESTS);
	}

	@Test
	void datesAskTheWaitingRoomOnceAtMost() {
		call(() -> this.inside.get("/api/v1/concerts/" + this.concert + "/shows").expect(200));

		assertThat(StatementCounter.sent()).hasSizeLessThan(REQUESTS / 4);
		assertThat(scriptsRun()).isBetween(1L, (long) REQUESTS);
	}

	private long scriptsRun() {
		return scripts() - this.before;
	}

	/**
	 * Calls to the waiting room in Redis that requests have made; the tick's are others.
	 */
	private long scripts() {
		return Stream.of("join", "look", "finish", "extend")
			.mapToLong((script) -> this.meters.get("frontrow.queue.script").tag("script", script).timer().count())
			.sum();
	}

	/** Members in the queue, in the order in which they came. */
	private List<ApiClient> waiters(int count) {
		return IntStream.range(0, count)
			.mapToObj((number) -> ApiClient.at(this.port)
				.withQueueToken(this.waitingRoom.join(this.concert, UUID.randomUUID()).place().queueToken()))
			.toList();
	}

	/** Each of them polls again and again, after the instance has heard of the queue. */
	private void poll(List<ApiClient> waiters) {
		Callable<Integer> one = () -> waiters.get(0).get("/api/v1/queue-tokens/current").expect(200).status();
		Crowd.rush(List.of(one));
		StatementCounter.reset();
		this.before = scripts();
		Crowd.rush(waiters.stream().<Callable<Boolean>>map((waiter) -> () -> {
			for (int round = 0; round < ROUNDS; round++) {
				waiter.get("/api/v1/queue-tokens/current").expect(200);
			}
			return true;
		}).toList());
	}

	private void read(String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build();
		call(() -> {
			int status = this.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
			assertThat(status).isEqualTo(200);
			return status;
		});
	}

	/** Once to warm up, then many at once. */
	private <T> void call(Callable<T> request) {
		Crowd.rush(List.of(request));
		StatementCounter.reset();
		this.before = scripts();
		Crowd.rush(Collections.<Callable<Boolean>>nCopies(READERS, () -> {
			for (int round = 0; round < ROUNDS; round++) {
				request.call();
			}
			return true;
		}));
	}

}
