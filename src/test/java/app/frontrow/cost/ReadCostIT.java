package app.frontrow.cost;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.frontrow.journey.ApiClient;
import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ConcurrentRunner;
import app.frontrow.journey.ProductTest;
import app.frontrow.rules.ProvesRule;
import app.frontrow.waitingroom.WaitingRoomService;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Statements and calls to Redis of reading requests, while 32 of them overlap. {@code
 * members/SessionReadsIT} counts the reads of sessions.
 */
@TestPropertySource(properties = { StatementCounter.SETTING, "frontrow.queue.capacity=1", "frontrow.queue.absence=2s" })
class ReadCostIT extends ProductTest {

	private static final int READERS = 32;

	private static final int ROUNDS = 8;

	private static final int REQUESTS = READERS * ROUNDS;

	@Autowired
	private WaitingRoomService waitingRoom;

	@Autowired
	private MeterRegistry meters;

	private final HttpClient http = HttpClient.newHttpClient();

	/** Scripts that had run before the requests that are counted. */
	private long before;

	private ApiClient inside;

	private long concert;

	private long show;

	@BeforeEach
	void oneMemberInside() {
		this.concert = ConcertFixture.onSale(this.programme, 1);
		this.show = this.catalogue.findShows(this.concert).get(0).id();
		this.inside = this.audience.member().comeIn(this.concert);
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
	void pollsBeforeTheOpeningAskNoStoreAndAreNotedTogether() {
		this.concert = this.programme.register(ConcertFixture.draft(Instant.now().plusSeconds(600), 1));
		List<ApiClient> early = waiters(READERS);
		await().until(() -> ApiClient.at(this.port)
			.get("/api/v1/concerts/" + this.concert + "/queue")
			.number("next") > READERS);
		long notesBefore = scripts("note_early");

		poll(early);

		assertThat(StatementCounter.sent()).isEmpty();
		assertThat(scriptsRun()).isZero();
		assertThat(scripts("note_early") - notesBefore).isLessThanOrEqualTo(REQUESTS / 10);
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
		call(() -> this.inside.seats(this.show).expect(200));

		// a map is read twice a second at most
		assertThat(StatementCounter.sent()).hasSizeLessThan(REQUESTS / 4);
		assertThat(scriptsRun()).isBetween(1L, (long) REQUESTS);
	}

	@Test
	void datesAskTheWaitingRoomOnceAtMost() {
		call(() -> this.inside.shows(this.concert).expect(200));

		assertThat(StatementCounter.sent()).hasSizeLessThan(REQUESTS / 4);
		assertThat(scriptsRun()).isBetween(1L, (long) REQUESTS);
	}

	/**
	 * The job that reads them is not counted; a request reads them if the job is late.
	 */
	@Test
	@ProvesRule(rule = "Requests of the staff do not read the roles each time", guard = "CachedDatabaseValue.get",
			brokenBy = "reading always")
	void rolesOfStaffAreInMemory() {
		ApiClient office = this.audience.admin();

		call(() -> office.get("/api/v1/office/concerts/999999").expect(404));

		assertThat(StatementCounter.sent()).filteredOn((sql) -> sql.contains("staff_")).hasSizeLessThan(REQUESTS / 8);
	}

	private long scriptsRun() {
		return scripts() - this.before;
	}

	/**
	 * Calls to the waiting room in Redis that requests have made; the tick's are others.
	 */
	private long scripts() {
		return Stream.of("join", "look", "finish", "extend").mapToLong(this::scripts).sum();
	}

	private long scripts(String name) {
		return this.meters.get("frontrow.queue.script").tag("script", name).timer().count();
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
		Callable<Integer> one = () -> waiters.get(0).place().expect(200).status();
		ConcurrentRunner.rush(List.of(one));
		StatementCounter.reset();
		this.before = scripts();
		ConcurrentRunner.rush(waiters.stream().<Callable<Boolean>>map((waiter) -> () -> {
			for (int round = 0; round < ROUNDS; round++) {
				waiter.place().expect(200);
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
		ConcurrentRunner.rush(List.of(request));
		StatementCounter.reset();
		this.before = scripts();
		ConcurrentRunner.rush(Collections.<Callable<Boolean>>nCopies(READERS, () -> {
			for (int round = 0; round < ROUNDS; round++) {
				request.call();
			}
			return true;
		}));
	}

}
