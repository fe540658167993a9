package app.frontrow.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The ticket office steers a waiting room on the northern instance; the crowd is at the
 * southern one. The house is for two unless the office says otherwise.
 */
@BesideInstances
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueControlIT {

	private static final String PLACE = "/api/v1/queue-tokens/current";

	private List<Instance> instances = List.of();

	private int south;

	private Audience audience;

	private ApiClient office;

	private Books books;

	private long concert;

	@BeforeAll
	void start(@Autowired Stores stores, @Autowired JdbcClient jdbc) {
		this.instances = Instance.startAll(List.of("north", "south"), stores,
				Map.of("FRONTROW_QUEUE_CAPACITY", "2", "FRONTROW_QUEUE_ADMISSIONSPERSECOND", "1000"));
		this.south = this.instances.get(1).port();
		this.audience = new Audience(jdbc, this.instances.get(0).port());
		this.office = this.audience.admin();
		this.books = new Books(jdbc);
	}

	@AfterAll
	void end() {
		this.instances.forEach(Instance::close);
	}

	@BeforeEach
	void aConcertOnSale() {
		this.concert = Concerts.onSale(this.office, 1);
	}

	@Test
	void moreAreLetInWhenTheHouseGrows() {
		List<ApiClient> crowd = crowd(6);
		assertThat(statuses(crowd)).containsExactly("ADMITTED", "ADMITTED", "1", "2", "3", "4");

		steer(5, 1000, "OPEN");
		southKnows();

		assertThat(statuses(crowd)).containsExactly("ADMITTED", "ADMITTED", "ADMITTED", "ADMITTED", "ADMITTED", "1");
	}

	@Test
	void nobodyIsSentOutWhenTheHouseShrinksAndNobodyLetInUntilThereIsRoom() {
		List<ApiClient> crowd = crowd(4);
		steer(1, 1000, "OPEN");
		southKnows();

		crowd.get(0).delete(PLACE).expect(204);
		assertThat(statuses(crowd)).containsExactly("LEFT", "ADMITTED", "1", "2");
		crowd.get(1).delete(PLACE).expect(204);
		assertThat(statuses(crowd)).containsExactly("LEFT", "LEFT", "ADMITTED", "1");
	}

	@Test
	void aSlowerRateHoldsBack() {
		List<ApiClient> crowd = crowd(6);
		steer(6, 0.001, "OPEN");
		southKnows();

		// the budget of the time before allows one more
		assertThat(statuses(crowd)).containsExactly("ADMITTED", "ADMITTED", "ADMITTED", "1", "2", "3");
	}

	@Test
	void whileItIsPausedNobodyIsLetInAndWhoIsInsideGoesOn() {
		List<ApiClient> crowd = crowd(4);
		steer(2, 1000, "PAUSED");
		southKnows();

		crowd.get(0).delete(PLACE).expect(204);
		ApiClient late = crowd(1).get(0);
		for (int i = 0; i < 5; i++) {
			assertThat(statuses(crowd)).containsExactly("LEFT", "ADMITTED", "1", "2");
			assertThat(status(late)).isEqualTo("3");
		}
		long show = crowd.get(1).get("/api/v1/concerts/" + this.concert + "/shows").expect(200).number("/0/id");
		crowd.get(1).hold(show, 7).expect(201);

		steer(2, 1000, "OPEN");
		southKnows();
		assertThat(statuses(crowd)).containsExactly("LEFT", "ADMITTED", "ADMITTED", "1");
	}

	@Test
	void whileItDrainsNobodyNewComesAndWhoWaitsIsLetIn() {
		List<ApiClient> crowd = crowd(4);
		steer(2, 1000, "DRAINING");
		southKnows();

		this.audience.member().on(this.south).join(this.concert).expectProblem(403, "sales-not-open");
		assertThat(crowd.get(3).join(this.concert).expect(200).text("queueToken"))
			.isEqualTo(crowd.get(3).header("Queue-Token"));
		crowd.get(0).delete(PLACE).expect(204);
		crowd.get(1).delete(PLACE).expect(204);
		assertThat(statuses(crowd)).containsExactly("LEFT", "LEFT", "ADMITTED", "ADMITTED");
		crowd.get(0).join(this.concert).expectProblem(403, "sales-not-open");

		steer(2, 1000, "OPEN");
		southKnows();
		this.audience.member().on(this.south).join(this.concert).expect(201);
	}

	@Test
	void theOfficeSeesHowItStands() {
		assertThat(view(this.concert)).isEqualTo(viewOf(2, "OPEN", 0, 0, 0, 0));
		List<ApiClient> crowd = crowd(6);
		crowd.get(0).delete(PLACE).expect(204);
		crowd.get(4).delete(PLACE).expect(204);

		assertThat(view(this.concert)).isEqualTo(viewOf(2, "OPEN", 2, 2, 3, 1));
		Answer steered = steer(1, 1000, "PAUSED");
		assertThat(steered.json()).isEqualTo(viewOf(1, "PAUSED", 2, 2, 3, 1));
		assertThat(this.office.on(this.south).get(path(this.concert)).expect(200).json()).isEqualTo(steered.json());
	}

	@ParameterizedTest
	@CsvSource({ "capacity, 0", "capacity, -1", "capacity, 1e9", "capacity, 1000000000", "capacity, 1000001",
			"capacity, 99999999999", "capacity, 1.5", "capacity, null", "capacity, -", "capacity, \"many\"",
			"capacity, \"5\"", "capacity, true", "capacity, {}", "admissionsPerSecond, 0", "admissionsPerSecond, -1",
			"admissionsPerSecond, 1e9", "admissionsPerSecond, 100000.1", "admissionsPerSecond, 1e400",
			"admissionsPerSecond, null", "admissionsPerSecond, -", "admissionsPerSecond, \"fast\"",
			"admissionsPerSecond, \"20\"", "admissionsPerSecond, []", "mode, null", "mode, -", "mode, \"\"",
			"mode, \"CLOSED\"", "mode, \"open\"", "mode, 1", "mode, true" })
	void badValuesAreNamedAndChangeNothing(String field, String value) {
		steer(7, 12.5, "PAUSED");
		JsonNode before = view(this.concert);

		new Refusals(this.books, this.concert).ofField(field,
				() -> this.office.put(path(this.concert), body(field, value)));

		assertThat(view(this.concert)).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "\"OPEN\"", "7" })
	void whatIsNoSteeringAtAllIsRefused(String body) {
		JsonNode before = view(this.concert);

		assertThat(this.office.put(path(this.concert), body).status()).isEqualTo(400);

		assertThat(view(this.concert)).isEqualTo(before);
	}

	@Test
	void onlyTheOfficeSteers() {
		JsonNode before = view(this.concert);
		ApiClient member = this.audience.member();
		ApiClient nobody = ApiClient.at(this.south);
		Refusals refusals = new Refusals(this.books, this.concert);
		String body = body("mode", "\"PAUSED\"");

		refusals.of(403, "forbidden", () -> member.get(path(this.concert)));
		refusals.of(403, "forbidden", () -> member.put(path(this.concert), body));
		refusals.of(401, "not-authenticated", () -> nobody.get(path(this.concert)));
		refusals.of(401, "not-authenticated", () -> nobody.put(path(this.concert), body));
		assertThat(view(this.concert)).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "999999999", "0", "-1", "9223372036854775808", "x" })
	void whatDoesNotExistCannotBeSteered(String id) {
		Refusals refusals = new Refusals(this.books, this.concert);
		String path = "/api/v1/admin/concerts/" + id + "/waiting-room";

		refusals.of(404, "not-found", () -> this.office.get(path));
		refusals.of(404, "not-found", () -> this.office.put(path, body("mode", "\"PAUSED\"")));
	}

	private Answer steer(int capacity, double rate, String mode) {
		return this.office
			.put(path(this.concert), Map.of("capacity", capacity, "admissionsPerSecond", rate, "mode", mode))
			.expect(200);
	}

	/**
	 * Returns when the southern instance knows of the last change, without asking it: it
	 * learns all that is new at once, so it is when it gives no more places of a concert
	 * that was told to drain after that change.
	 */
	private void southKnows() {
		long last = Concerts.onSale(this.office, 1);
		this.office.put(path(last), body("mode", "\"DRAINING\"")).expect(200);
		ApiClient probe = this.audience.member().on(this.south);
		await().until(() -> {
			Answer joined = probe.join(last);
			if (joined.status() == 201) {
				probe.withQueueToken(joined.text("queueToken")).delete(PLACE).expect(204);
			}
			return joined.status() == 403;
		});
	}

	/** Members who join at the southern instance, one after the other. */
	private List<ApiClient> crowd(int number) {
		return IntStream.range(0, number).mapToObj((i) -> {
			ApiClient member = this.audience.member().on(this.south);
			return member.withQueueToken(member.join(this.concert).expect(201).text("queueToken"));
		}).toList();
	}

	/** What each is told: the position, or else the status. */
	private static List<String> statuses(List<ApiClient> crowd) {
		return crowd.stream().map(QueueControlIT::status).toList();
	}

	private static String status(ApiClient member) {
		Answer place = member.place().expect(200);
		return place.text("status").equals("WAITING") ? place.text("position") : place.text("status");
	}

	private JsonNode view(long of) {
		return this.office.get(path(of)).expect(200).json();
	}

	private JsonNode viewOf(int capacity, String mode, int waiting, int inside, int admitted, int lapsed) {
		return new JsonMapper().readTree("""
				{"concertId": %d, "capacity": %d, "admissionsPerSecond": 1000.0, "mode": "%s",
				 "waiting": %d, "inside": %d, "admitted": %d, "lapsed": %d}""".formatted(this.concert, capacity, mode,
				waiting, inside, admitted, lapsed));
	}

	private static String path(long concert) {
		return "/api/v1/admin/concerts/" + concert + "/waiting-room";
	}

	/** A body in which one field is this, or missing. */
	private static String body(String field, String value) {
		Map<String, String> fields = new LinkedHashMap<>(
				Map.of("capacity", "5", "admissionsPerSecond", "20", "mode", "\"OPEN\""));
		fields.put(field, value);
		if (value.equals("-")) {
			fields.remove(field);
		}
		return fields.entrySet()
			.stream()
			.map((one) -> "\"" + one.getKey() + "\": " + one.getValue())
			.collect(Collectors.joining(", ", "{", "}"));
	}

}
