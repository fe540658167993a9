package app.frontrow.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.frontrow.journey.ApiClient.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Members who come before the opening take part in a draw. The published program, which
 * knows nothing of the product, draws the same order.
 */
@TestPropertySource(properties = { "frontrow.queue.capacity=1", "frontrow.queue.admissions-per-second=1000" })
class PrequeueIT extends ProductTest {

	private static final int EARLY = 25;

	private static final Duration TIME_TO_JOIN = Duration.ofSeconds(15);

	@Test
	void publishedProgramDrawsTheSameOrder() throws Exception {
		List<ApiClient> members = this.audience.members(EARLY + 1);
		Instant opensAt = Instant.now().plus(TIME_TO_JOIN);
		long concert = this.programme.register(ConcertFixture.draft(opensAt, 1));
		String path = "/api/v1/concerts/" + concert + "/draw";
		List<ApiClient> early = members.subList(0, EARLY).stream().map((member) -> join(member, concert)).toList();
		assertThat(Instant.now()).as("all joined before the opening").isBefore(opensAt);
		early.forEach((member) -> assertWaitsForTheOpening(member, concert));
		Answer before = ApiClient.at(this.port).get(path).expect(200);
		assertThat(before.json().at("/seed").isNull()).isTrue();
		assertThat(before.json().at("/entrants").isNull()).isTrue();

		await().until(() -> early.stream().noneMatch(PrequeueIT::isBeforeOpening));
		ApiClient late = join(members.get(EARLY), concert);

		await().until(() -> !ApiClient.at(this.port).get(path).json().at("/seed").isNull());
		Answer after = ApiClient.at(this.port).get(path).expect(200);
		assertThat(after.number("entrants")).isEqualTo(EARLY);
		Map<Long, Long> places = draw(after.text("seed"), EARLY, before.text("commitment"));
		assertThat(late.place().number("position")).isEqualTo(EARLY);
		for (ApiClient member : early) {
			long place = places.get(QueueStateReader.number(member.header("Queue-Token")));
			Answer now = member.place().expect(200);
			if (place == 1) {
				assertThat(now.text("status")).isEqualTo("ADMITTED");
			}
			else {
				assertThat(now.number("position")).isEqualTo(place - 1);
			}
		}
	}

	@Test
	void queueIsClosedLongBeforeTheOpening() {
		long concert = this.programme.register(ConcertFixture.draft(Instant.now().plus(Duration.ofMinutes(31)), 1));

		this.audience.member().join(concert).expectProblem(403, "sales-not-open");
	}

	private static ApiClient join(ApiClient member, long concert) {
		return member.queue(concert);
	}

	private static void assertWaitsForTheOpening(ApiClient member, long concert) {
		Answer place = member.place().expect(200);
		assertThat(place.text("status")).isEqualTo("WAITING");
		List.of("position", "peopleAhead", "estimatedWaitSeconds")
			.forEach((field) -> assertThat(place.json().at("/" + field).isNull()).as(field).isTrue());
		assertThat(place.number("pollAfterMs")).isBetween(0L, TIME_TO_JOIN.toMillis() + 2_000);
		assertThat(member.join(concert).expect(200).text("queueToken")).isEqualTo(member.header("Queue-Token"));
		member.shows(concert).expectProblem(403, "sales-not-open");
	}

	private static boolean isBeforeOpening(ApiClient member) {
		Answer place = member.place().expect(200);
		return place.text("status").equals("WAITING") && place.json().at("/position").isNull();
	}

	/** The place of each number, as the published program draws it. */
	private static Map<Long, Long> draw(String seed, int entrants, String commitment)
			throws IOException, InterruptedException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Process program = new ProcessBuilder(java, "docs/fairness/Draw.java", seed, String.valueOf(entrants))
			.redirectErrorStream(true)
			.start();
		List<String> lines = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.toList();
		assertThat(program.waitFor()).as("%s", lines).isZero();
		assertThat(lines.get(0)).isEqualTo("commitment " + commitment);
		Map<Long, Long> places = new HashMap<>();
		lines.stream()
			.skip(1)
			.map((line) -> line.split(" "))
			.forEach((line) -> places.put(Long.valueOf(line[1]), Long.valueOf(line[0])));
		assertThat(places).hasSize(entrants);
		return places;
	}

}
