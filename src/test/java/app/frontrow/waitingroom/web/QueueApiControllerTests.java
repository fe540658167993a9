package app.frontrow.waitingroom.web;

import java.time.Instant;

import app.frontrow.security.ApiSlice;
import app.frontrow.waitingroom.JoinResult;
import app.frontrow.waitingroom.WaitingRoomRefusals;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.limit.JoinRateLimiter;
import app.frontrow.waitingroom.place.Estimate;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static app.frontrow.security.ApiSlice.MINA;
import static app.frontrow.security.ApiSlice.by;
import static app.frontrow.security.ApiSlice.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

@WebMvcTest(QueueApiController.class)
@Import(ApiSlice.class)
class QueueApiControllerTests {

	private static final Instant ISSUED = Instant.parse("2030-05-01T09:00:00Z");

	private static final String WAITING_JSON = """
			{"queueToken": "token", "concertId": 42, "memberId": "7b5ba7c7-9b4f-4c4e-8f3c-1f0c1f0c1f0c",
			 "status": "WAITING", "position": 4, "peopleAhead": 3, "estimatedWaitSeconds": {"min": 7, "max": 15},
			 "pollAfterMs": 2000, "issuedAt": "2030-05-01T09:00:00Z", "admittedAt": null, "expiresAt": null,
			 "remainingSeconds": null,
			 "place": null, "endReason": null}""";

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private WaitingRoomService waitingRoom;

	@MockitoBean
	private JoinRateLimiter joinLimit;

	@ParameterizedTest
	@CsvSource({ "true, 201", "false, 200" })
	void join(boolean created, int status) {
		given(this.waitingRoom.join(42, MINA.id())).willReturn(new JoinResult(waiting(new Estimate(7, 15)), created));

		MvcTestResult result = this.mvc.post().uri("/api/v1/concerts/42/queue-tokens").with(by(MINA)).exchange();

		assertThat(result).hasStatus(status);
		assertThat(json(result)).isEqualTo(json(WAITING_JSON));
	}

	@Test
	void pollNeedsOnlyTheQueueToken() {
		given(this.waitingRoom.look("token")).willReturn(waiting(null));

		MvcTestResult result = looking("token");

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json(WAITING_JSON.replace("{\"min\": 7, \"max\": 15}", "null")));
		assertThat(result.getRequest().getSession(false)).isNull();
	}

	@Test
	void admittedPlaceShowsThePass() {
		given(this.waitingRoom.look("token")).willReturn(new QueuePlace("token", 42, MINA.id(), PlaceStatus.ADMITTED,
				null, null, null, 5_000L, ISSUED, ISSUED.plusSeconds(10), ISSUED.plusSeconds(310), 298L, null, null));

		assertThat(json(looking("token"))).isEqualTo(json("""
				{"queueToken": "token", "concertId": 42, "memberId": "7b5ba7c7-9b4f-4c4e-8f3c-1f0c1f0c1f0c",
				 "status": "ADMITTED", "position": null, "peopleAhead": null, "estimatedWaitSeconds": null,
				 "pollAfterMs": 5000, "issuedAt": "2030-05-01T09:00:00Z", "admittedAt": "2030-05-01T09:00:10Z",
				 "expiresAt": "2030-05-01T09:05:10Z", "remainingSeconds": 298,
				"place": null, "endReason": null}"""));
	}

	@Test
	void endedPlaceIsASuccessfulAnswer() {
		given(this.waitingRoom.look("token")).willReturn(new QueuePlace("token", 42, MINA.id(), PlaceStatus.COMPLETED,
				null, null, null, null, ISSUED, null, null, null, null, null));

		MvcTestResult result = looking("token");

		assertThat(result).hasStatus(200);
		assertThat(json(result).get("status").asString()).isEqualTo("COMPLETED");
		assertThat(json(result).size()).isEqualTo(14);
	}

	@Test
	void placeIsNotCached() {
		given(this.waitingRoom.look("token")).willReturn(waiting(null));

		assertThat(looking("token").getResponse().getHeader("Cache-Control")).contains("no-store");
	}

	@ParameterizedTest
	@CsvSource({ "GET", "DELETE" })
	void requestWithoutTokenIsRefused(HttpMethod method) {
		given(this.waitingRoom.look(null)).willThrow(WaitingRoomRefusals.invalid());
		given(this.waitingRoom.leave(null)).willThrow(WaitingRoomRefusals.invalid());

		MvcTestResult result = this.mvc.method(method).uri("/api/v1/queue-tokens/current").exchange();

		assertThat(result).hasStatus(401);
		assertThat(json(result).get("code").asString()).isEqualTo("queue-token-invalid");
	}

	@Test
	void leave() {
		MvcTestResult result = this.mvc.delete()
			.uri("/api/v1/queue-tokens/current")
			.header("Queue-Token", "token")
			.exchange();

		assertThat(result).hasStatus(204).body().isEmpty();
		verify(this.waitingRoom).leave("token");
	}

	private MvcTestResult looking(String token) {
		return this.mvc.get().uri("/api/v1/queue-tokens/current").header("Queue-Token", token).exchange();
	}

	private static QueuePlace waiting(Estimate estimate) {
		return new QueuePlace("token", 42, MINA.id(), PlaceStatus.WAITING, 4L, 3L, estimate, 2_000L, ISSUED, null, null,
				null, null, null);
	}

}
