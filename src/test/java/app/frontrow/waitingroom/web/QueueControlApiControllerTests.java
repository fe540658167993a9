package app.frontrow.waitingroom.web;

import app.frontrow.rules.ProvesRule;
import app.frontrow.security.ApiSlice;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.waitingroom.policy.QueueControl;
import app.frontrow.waitingroom.policy.QueueControlService;
import app.frontrow.waitingroom.policy.QueueMode;
import app.frontrow.waitingroom.queue.QueueService;
import app.frontrow.waitingroom.queue.QueueStatistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static app.frontrow.security.ApiSlice.ADMIN;
import static app.frontrow.security.ApiSlice.MINA;
import static app.frontrow.security.ApiSlice.by;
import static app.frontrow.security.ApiSlice.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

@WebMvcTest(QueueControlApiController.class)
@Import(ApiSlice.class)
class QueueControlApiControllerTests {

	private static final String PATH = "/api/v1/admin/concerts/42/waiting-room";

	private static final String VIEW = """
			{"concertId": 42, "capacity": 5, "admissionsPerSecond": 0.5, "mode": "OPEN",
			 "message": null, "waiting": 7, "inside": 4, "admitted": 30, "lapsed": 2}""";

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private QueueControlService controls;

	@MockitoBean
	private QueueService queues;

	@BeforeEach
	void aQueue() {
		QueueControl control = new QueueControl(5, 0.5, QueueMode.OPEN, null);
		given(this.controls.getControl(42)).willReturn(control);
		given(this.controls.change(anyLong(), any())).willReturn(control);
		given(this.queues.readStatistics(42)).willReturn(new QueueStatistics(7, 4, 30, 2));
	}

	@Test
	void officeReadsControlsAndNumbers() {
		MvcTestResult result = this.mvc.get().uri(PATH).with(by(ADMIN)).exchange();

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json(VIEW));
	}

	@ParameterizedTest
	@EnumSource
	void officeChangesControls(QueueMode mode) {
		MvcTestResult result = put("""
				{"capacity": 5, "admissionsPerSecond": 0.5, "mode": "%s"}""".formatted(mode));

		assertThat(result).hasStatus(200);
		assertThat(json(result)).isEqualTo(json(VIEW));
		verify(this.controls).change(42, new QueueControl(5, 0.5, mode, null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			capacity            | "admissionsPerSecond": 20, "mode": "OPEN"
			capacity            | "capacity": null, "admissionsPerSecond": 20, "mode": "OPEN"
			capacity            | "capacity": "5", "admissionsPerSecond": 20, "mode": "OPEN"
			capacity            | "capacity": 1.5, "admissionsPerSecond": 20, "mode": "OPEN"
			capacity            | "capacity": 1e9, "admissionsPerSecond": 20, "mode": "OPEN"
			capacity            | "capacity": 2147483648, "admissionsPerSecond": 20, "mode": "OPEN"
			capacity            | "capacity": true, "admissionsPerSecond": 20, "mode": "OPEN"
			admissionsPerSecond | "capacity": 5, "mode": "OPEN"
			admissionsPerSecond | "capacity": 5, "admissionsPerSecond": null, "mode": "OPEN"
			admissionsPerSecond | "capacity": 5, "admissionsPerSecond": "20", "mode": "OPEN"
			mode                | "capacity": 5, "admissionsPerSecond": 20
			mode                | "capacity": 5, "admissionsPerSecond": 20, "mode": null
			mode                | "capacity": 5, "admissionsPerSecond": 20, "mode": ""
			mode                | "capacity": 5, "admissionsPerSecond": 20, "mode": "CLOSED"
			mode                | "capacity": 5, "admissionsPerSecond": 20, "mode": "open"
			mode                | "capacity": 5, "admissionsPerSecond": 20, "mode": 1
			""")
	void fieldThatIsNoneIsNamed(String field, String body) {
		MvcTestResult result = put("{" + body + "}");

		assertThat(result).hasStatus(400);
		assertThat(json(result).get("code").asString()).isEqualTo("validation-failed");
		assertThat(json(result).at("/errors").findValuesAsString("field")).containsExactly(field);
		verifyNoInteractions(this.controls);
	}

	@Test
	@ProvesRule(rule = "The controls of a waiting room that cannot be reached stay as they are",
			guard = "QueueControlApiController.change", brokenBy = "changing them first")
	void outageChangesNothing() {
		given(this.queues.readStatistics(42)).willThrow(new RedisConnectionFailureException("away"));

		MvcTestResult result = put("""
				{"capacity": 5, "admissionsPerSecond": 20, "mode": "OPEN"}""");

		assertThat(result).hasStatus(503);
		verify(this.controls, never()).change(anyLong(), any());
	}

	@Test
	void missingConcertHasNoQueue() {
		given(this.controls.getControl(42)).willThrow(new NotFoundException());

		MvcTestResult result = put("""
				{"capacity": 5, "admissionsPerSecond": 20, "mode": "OPEN"}""");

		assertThat(result).hasStatus(404);
		verifyNoInteractions(this.queues);
	}

	@Test
	void fieldOutOfBoundsIsNamed() {
		given(this.controls.change(anyLong(), any())).willThrow(new InvalidInputException("capacity", "range", 1, 9));

		MvcTestResult result = put("""
				{"capacity": 0, "admissionsPerSecond": 20, "mode": "OPEN"}""");

		assertThat(result).hasStatus(400);
		assertThat(json(result).at("/errors/0/field").asString()).isEqualTo("capacity");
		assertThat(json(result).at("/errors/0/message").asString()).contains("1", "9");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "\"OPEN\"" })
	void invalidBodyIsMalformed(String body) {
		assertThat(put(body)).hasStatus(400);
		verifyNoInteractions(this.controls);
	}

	@Test
	void concertThatDoesNotExistIsNotFound() {
		given(this.controls.getControl(42)).willThrow(new NotFoundException());

		MvcTestResult result = this.mvc.get().uri(PATH).with(by(ADMIN)).exchange();

		assertThat(result).hasStatus(404);
		assertThat(json(result).get("code").asString()).isEqualTo("not-found");
		assertThat(this.mvc.get().uri(PATH.replace("42", "x")).with(by(ADMIN))).hasStatus(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT" })
	void controlsAreForAdministrators(String method) {
		HttpMethod verb = HttpMethod.valueOf(method);

		assertThat(this.mvc.method(verb).uri(PATH)).hasStatus(401);
		assertThat(this.mvc.method(verb).uri(PATH).with(by(MINA))).hasStatus(403);
		verifyNoInteractions(this.controls, this.queues);
	}

	private MvcTestResult put(String body) {
		return this.mvc.put()
			.uri(PATH)
			.with(by(ADMIN))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
