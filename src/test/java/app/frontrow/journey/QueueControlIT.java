package app.frontrow.journey;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The ticket office steers a waiting room on the northern instance; the crowd is at the
 * southern one. Capacity is two unless the office changes it.
 */
@OutOfProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueControlIT {

	private List<ProductInstance> instances = List.of();

	private int south;

	private MemberFixture audience;

	private ApiClient office;

	private long concert;

	@BeforeAll
	void start(@Autowired Stores stores, @Autowired JdbcClient jdbc) {
		this.instances = ProductInstance.startAll(List.of("north", "south"), stores,
				Map.of("FRONTROW_QUEUE_CAPACITY", "2", "FRONTROW_QUEUE_ADMISSIONSPERSECOND", "1000"));
		this.south = this.instances.get(1).port();
		this.audience = new MemberFixture(jdbc, this.instances.get(0).port());
		this.office = this.audience.admin();
	}

	@AfterAll
	void end() {
		this.instances.forEach(ProductInstance::close);
	}

	@BeforeEach
	void concertOnSale() {
		this.concert = ConcertFixture.onSale(this.office, 1);
	}

	@Test
	void largerCapacityLetsInMore() {
		List<ApiClient> crowd = crowd(6);
		assertThat(statuses(crowd)).containsExactly("ADMITTED", "ADMITTED", "1", "2", "3", "4");

		steer(5, 1000, "OPEN");
		southKnows();

		assertThat(statuses(crowd)).containsExactly("ADMITTED", "ADMITTED", "ADMITTED", "ADMITTED", "ADMITTED", "1");
	}

	@Test
	void smallerCapacitySendsNobodyOut() {
		List<ApiClient> crowd = crowd(4);
		steer(1, 1000, "OPEN");
		southKnows();

		crowd.get(0).leave().expect(204);
		assertThat(statuses(crowd)).containsExactly("LEFT", "ADMITTED", "1", "2");
		crowd.get(1).leave().expect(204);
		assertThat(statuses(crowd)).containsExactly("LEFT", "LEFT", "ADMITTED", "1");
	}

	@Test
	void pausedQueueLetsNobodyInAndNobodyOut() {
		List<ApiClient> crowd = crowd(4);
		steer(2, 1000, "PAUSED");
		southKnows();

		crowd.get(0).leave().expect(204);
		ApiClient late = crowd(1).get(0);
		for (int i = 0; i < 5; i++) {
			assertThat(statuses(crowd)).containsExactly("LEFT", "ADMITTED", "1", "2");
			assertThat(status(late)).isEqualTo("3");
		}
		long show = crowd.get(1).firstShow(this.concert);
		crowd.get(1).hold(show, 7).expect(201);

		steer(2, 1000, "OPEN");
		southKnows();
		assertThat(statuses(crowd)).containsExactly("LEFT", "ADMITTED", "ADMITTED", "1");
	}

	@Test
	void officeSeesTheQueue() {
		assertThat(view(this.concert)).isEqualTo(viewOf(2, "OPEN", 0, 0, 0, 0));
		List<ApiClient> crowd = crowd(6);
		crowd.get(0).leave().expect(204);
		crowd.get(4).leave().expect(204);

		assertThat(view(this.concert)).isEqualTo(viewOf(2, "OPEN", 2, 2, 3, 1));
		Answer steered = steer(1, 1000, "PAUSED");
		assertThat(steered.json()).isEqualTo(viewOf(1, "PAUSED", 2, 2, 3, 1));
		assertThat(this.office.on(this.south).get(path(this.concert)).expect(200).json()).isEqualTo(steered.json());
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
		long last = ConcertFixture.onSale(this.office, 1);
		this.office.put(path(last), Map.of("capacity", 5, "admissionsPerSecond", 20, "mode", "DRAINING")).expect(200);
		ApiClient probe = this.audience.member().on(this.south);
		await().until(() -> {
			Answer joined = probe.join(last);
			if (joined.status() == 201) {
				probe.withQueueToken(joined.text("queueToken")).leave().expect(204);
			}
			return joined.status() == 403;
		});
	}

	/** Members who join at the southern instance, one after the other. */
	private List<ApiClient> crowd(int number) {
		return IntStream.range(0, number).mapToObj((i) -> {
			ApiClient member = this.audience.member().on(this.south);
			return member.queue(this.concert);
		}).toList();
	}

	/** The position of each waiting member, or else the status. */
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
				 "message": null, "waiting": %d, "inside": %d, "admitted": %d, "lapsed": %d}""".formatted(this.concert,
				capacity, mode, waiting, inside, admitted, lapsed));
	}

	private static String path(long concert) {
		return "/api/v1/admin/concerts/" + concert + "/waiting-room";
	}

}
