package app.frontrow.journey;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import app.frontrow.journey.ApiClient.Answer;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.edge.ClientPlace;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The public state of a queue over HTTP. The band is 100 places wide.
 */
@TestPropertySource(properties = { "frontrow.queue.capacity=1", "frontrow.queue.admissions-per-second=1",
		"frontrow.queue.absence=20s" })
class PublicQueueIT extends ProductTest {

	private static final int CROWD = 420;

	@Autowired
	private WaitingRoomService waitingRoom;

	@Test
	void farMemberComputesTheOwnPosition() {
		long concert = ConcertFixture.onSale(this.programme, 1);
		List<ApiClient> crowd = IntStream.range(0, CROWD)
			.mapToObj((number) -> ApiClient.at(this.port)
				.withQueueToken(this.waitingRoom.join(concert, UUID.randomUUID()).place().queueToken()))
			.toList();
		IntStream.range(1, 90)
			.filter((index) -> index % 3 == 0)
			.forEach((index) -> crowd.get(index).leave().expect(204));
		ApiClient last = crowd.get(CROWD - 1);
		assertThat(last.place().expect(200).number("place")).isEqualTo(CROWD);

		await().untilAsserted(() -> {
			JsonNode queue = queue(concert);
			assertThat(ClientPlace.isFar(queue, CROWD)).isTrue();
			assertThat(ClientPlace.position(queue, CROWD)).isEqualTo(CROWD - 30)
				.isEqualTo(last.place().expect(200).number("position"));
		});
		JsonNode queue = queue(concert);
		assertThat(queue.at("/next").asLong()).isEqualTo(CROWD + 1);
		assertThat(queue.at("/dead").size()).isBetween(1, 200);
		assertThat(queue.at("/seatsLeft").asInt()).isEqualTo(50);
	}

	@Test
	void copyIsKeptForASecondAndComparedByItsTag() {
		long concert = ConcertFixture.onSale(this.programme, 1);
		ApiClient visitor = ApiClient.at(this.port);

		Answer first = visitor.get(path(concert)).expect(200);
		assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=1");
		assertThat(first.header("ETag")).startsWith("\"");
		assertThat(first.response().headers().firstValue("Set-Cookie")).isEmpty();
		// a state is renewed once a second, so the second try may be the one that matches
		await().untilAsserted(() -> {
			String tag = visitor.get(path(concert)).expect(200).header("ETag");
			Answer known = visitor.with("If-None-Match", tag).get(path(concert)).expect(304);
			assertThat(known.response().body()).isEmpty();
			Answer usualWay = visitor.with("If-None-Match", tag)
				.with("Accept", "application/json, */*")
				.get(path(concert));
			assertThat(usualWay.expect(304).header("Cache-Control")).isEqualTo("public, max-age=1");
		});
		visitor.get(path(999_999_999)).expectProblem(404, "not-found");
	}

	private JsonNode queue(long concert) {
		return ApiClient.at(this.port).get(path(concert)).expect(200).json();
	}

	private static String path(long concert) {
		return "/api/v1/concerts/" + concert + "/queue";
	}

}
