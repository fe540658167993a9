package app.frontrow.journey;

import java.util.List;
import java.util.Map;

import app.frontrow.RunningProduct;
import app.frontrow.catalogue.Programme;
import app.frontrow.journey.ApiClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How a place ends by itself, in a house for one that does not wait long.
 */
@RunningProduct
@TestPropertySource(properties = { "frontrow.queue.capacity=1", "frontrow.queue.admissions-per-second=1000",
		"frontrow.queue.absence=6s", "frontrow.queue.claim=6s", "frontrow.queue.pass=15s" })
class PlacesEndIT {

	private static final String CURRENT = "/api/v1/queue-tokens/current";

	@Autowired
	private Programme programme;

	private Audience audience;

	private long concert;

	@BeforeEach
	void aConcertOnSale(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
		this.audience = new Audience(jdbc, port);
		this.concert = Concerts.onSale(this.programme, 1);
	}

	@Test
	void whoStopsAskingIsPassedOverAndToldSo() {
		ApiClient inside = join();
		ApiClient absent = join();
		ApiClient present = join();
		assertThat(present.place().number("position")).isEqualTo(2);
		await().until(() -> present.place().number("position") == 1);
		assertThat(status(absent)).isEqualTo("EXPIRED");
		absent.get("/api/v1/concerts/" + this.concert + "/shows").expectProblem(410, "queue-token-expired");
		inside.delete(CURRENT).expect(204);
		assertThat(status(present)).isEqualTo("ADMITTED");
		// who comes back begins again at the end
		Answer again = absent.join(this.concert).expect(201);
		assertThat(again.text("queueToken")).isNotEqualTo(absent.header("Queue-Token"));
		assertThat(again.text("status")).isEqualTo("WAITING");
	}

	@Test
	void anAdmittedMemberWhoDoesNotComeInLosesThePass() {
		ApiClient inside = join();
		ApiClient sleeper = join();
		ApiClient next = join();
		inside.delete(CURRENT).expect(204);
		// the sleeper is inside now and does not know it
		await().until(() -> status(next).equals("ADMITTED"));
		assertThat(status(sleeper)).isEqualTo("EXPIRED");
	}

	@Test
	void aTokenWhosePassHasEndedIsRefusedAtEveryStep() {
		ApiClient inside = join();
		long show = inside.get("/api/v1/concerts/" + this.concert + "/shows").expect(200).number("/0/id");
		await().until(() -> status(inside).equals("EXPIRED"));

		inside.get("/api/v1/concerts/" + this.concert + "/shows").expectProblem(410, "queue-token-expired");
		inside.get("/api/v1/shows/" + show + "/seats").expectProblem(410, "queue-token-expired");
		inside.post("/api/v1/reservations", Map.of("showId", show, "seatNumbers", List.of(1)))
			.expectProblem(410, "queue-token-expired");
	}

	private ApiClient join() {
		ApiClient member = this.audience.member();
		return member.withQueueToken(member.join(this.concert).expect(201).text("queueToken"));
	}

	private static String status(ApiClient client) {
		return client.place().expect(200).text("status");
	}

}
