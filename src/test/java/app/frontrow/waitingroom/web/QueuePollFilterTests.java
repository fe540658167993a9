package app.frontrow.waitingroom.web;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.waitingroom.WaitingRoomService;
import app.frontrow.waitingroom.place.PlaceStatus;
import app.frontrow.waitingroom.place.QueuePlace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

class QueuePollFilterTests {

	private final WaitingRoomService waitingRoom = mock();

	private final MockFilterChain chain = new MockFilterChain();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final QueuePollFilter filter = new QueuePollFilter(this.waitingRoom, new JsonMapper(),
			new SimpleMeterRegistry());

	@ParameterizedTest
	@ValueSource(strings = { "", "*/*", "application/json" })
	void pollIsAnsweredByTheFilter(String accept) throws Exception {
		given(this.waitingRoom.look("token")).willReturn(place());
		MockHttpServletRequest request = poll("GET", "/api/v1/queue-tokens/current");
		if (!accept.isEmpty()) {
			request.addHeader("Accept", accept);
		}

		this.filter.doFilter(request, this.response, this.chain);

		assertThat(this.chain.getRequest()).isNull();
		assertThat(this.response.getStatus()).isEqualTo(200);
		assertThat(this.response.getContentType()).isEqualTo("application/json");
		assertThat(this.response.getHeader("Cache-Control"))
			.isEqualTo("no-cache, no-store, max-age=0, must-revalidate");
		assertThat(new JsonMapper().readValue(this.response.getContentAsByteArray(), QueuePlace.class))
			.isEqualTo(place());
		assertThat(request.getSession(false)).isNull();
	}

	@Test
	void refusalIsLeftToTheController() throws Exception {
		given(this.waitingRoom.look("token")).willThrow(new TooManyRequestsException(1));

		this.filter.doFilter(poll("GET", "/api/v1/queue-tokens/current"), this.response, this.chain);

		assertThat(this.chain.getRequest()).isNotNull();
		assertThat(this.response.getContentAsByteArray()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "DELETE, /api/v1/queue-tokens/current, application/json", "HEAD, /api/v1/queue-tokens/current, */*",
			"GET, /api/v1/queue-tokens/current;x=1, */*", "GET, /api/v1/queue-tokens/%63urrent, */*",
			"GET, /api/v1/queue-tokens/current, text/html", "GET, /api/v1/queue-tokens/current, text/html;q=0.9" })
	void otherRequestsAreLeftToTheController(String method, String path, String accept)
			throws ServletException, IOException {
		MockHttpServletRequest request = poll(method, path);
		request.addHeader("Accept", accept);

		this.filter.doFilter(request, this.response, this.chain);

		assertThat(this.chain.getRequest()).isNotNull();
		verifyNoInteractions(this.waitingRoom);
	}

	private static MockHttpServletRequest poll(String method, String path) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.addHeader("Queue-Token", "token");
		return request;
	}

	private static QueuePlace place() {
		return new QueuePlace("token", 42, new UUID(0, 1), PlaceStatus.WAITING, 4L, 3L, null, 2_000L, Instant.EPOCH,
				null, null, null, null, null);
	}

}
