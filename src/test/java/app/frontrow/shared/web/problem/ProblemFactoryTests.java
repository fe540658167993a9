package app.frontrow.shared.web.problem;

import java.io.Serial;
import java.sql.SQLRecoverableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.ErrorCodes;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.InvalidInputException.Violation;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.error.Texts;
import app.frontrow.shared.web.problem.Problem.FieldFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemFactoryTests {

	private final ProblemFactory problems = new ProblemFactory(Texts.source(), new AcceptHeaderLocaleResolver());

	private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/things");

	@ParameterizedTest
	@MethodSource("app.frontrow.shared.error.ErrorCodes#all")
	void everyCodeMakesACompleteProblem(ErrorCode code) {
		for (Locale locale : List.of(Locale.ENGLISH, Locale.KOREAN)) {
			this.request.addPreferredLocale(locale);
			ResponseEntity<Problem> answer = this.problems.answer(new Fact(code, details()), this.request);
			JsonNode body = json(answer);

			assertThat(answer.getStatusCode()).isEqualTo(code.status());
			assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/problem+json");
			assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
			assertThat(body.get("type").asString()).isEqualTo("urn:frontrow:problem:" + code.code());
			assertThat(body.get("status").asInt()).isEqualTo(code.status().value());
			assertThat(body.get("code").asString()).isEqualTo(code.code());
			assertThat(body.get("instance").asString()).isEqualTo("/api/v1/things");
			assertThat(body.get("title").asString()).isNotBlank();
			assertThat(body.get("detail").asString()).isNotBlank().doesNotContain("{", "null");
			assertThat(body.has("errors")).isFalse();
			assertThat(body.has("details")).isFalse();
		}
	}

	@Test
	void detailsAreMembersOfTheProblem() {
		JsonNode body = json(this.problems.answer(new Fact(ErrorCodes.of("seat-taken"), details()), this.request));

		assertThat(body.get("seatNumbers").toString()).isEqualTo("[7,8]");
		assertThat(body.get("balance").asLong()).isEqualTo(1_000);
		assertThat(body.get("required").asLong()).isEqualTo(150_000);
	}

	@Test
	void detailIsInTheLanguageOfTheReader() {
		assertThat(detail("insufficient-balance", Locale.ENGLISH)).contains("₩1,000", "₩150,000", "top up");
		assertThat(detail("insufficient-balance", Locale.KOREAN)).contains("₩1,000", "₩150,000", "충전");
		assertThat(detail("seat-taken", Locale.KOREA)).contains("7, 8번");
		assertThat(detail("not-your-turn", Locale.ENGLISH)).contains("place 1,234");
		assertThat(detail("balance-limit-exceeded", Locale.ENGLISH)).contains("₩4");
		assertThat(detail("seat-limit-exceeded", Locale.ENGLISH)).contains("4 seats");
		assertThat(detail("not-found", Locale.FRENCH)).startsWith("There is nothing here");
	}

	@Test
	void internalErrorRevealsNothing() {
		Exception failure = new IllegalStateException("select * from wallets; app.frontrow.wallet.LedgerRepository",
				new NullPointerException("x"));

		String body = json(this.problems.answer(failure, this.request)).toString();

		assertThat(body).contains("\"internal-error\"").doesNotContain("select", "frontrow.wallet", "Exception");
	}

	@Test
	void outageAnswersWhenToTryAgain() {
		ResponseEntity<Problem> answer = this.problems.answer(new RuntimeException(new SQLRecoverableException("db-1")),
				this.request);

		assertThat(answer.getStatusCode().value()).isEqualTo(503);
		assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("3");
		assertThat(json(answer).get("retryAfterSeconds").asInt()).isEqualTo(3);
		assertThat(json(answer).toString()).doesNotContain("db-1");
	}

	@ParameterizedTest
	@MethodSource("app.frontrow.shared.error.ErrorCodes#all")
	@ProvesRule(rule = "Every answer 401 names the way to log in", guard = "ProblemFactory.answer",
			brokenBy = "comparing with another status")
	void notAuthenticatedNamesTheScheme(ErrorCode code) {
		ResponseEntity<Problem> answer = this.problems.answer(new Fact(code, details()), this.request);

		assertThat(answer.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE))
			.isEqualTo((answer.getStatusCode().value() == 401) ? "Bearer" : null);
	}

	@Test
	void wrongMethodNamesTheAllowedOnes() {
		ResponseEntity<Problem> answer = this.problems
			.answer(new HttpRequestMethodNotSupportedException("PATCH", List.of("GET", "POST")), this.request);

		assertThat(answer.getHeaders().getAllow()).hasSize(2);
	}

	@Test
	void invalidFieldsAreNamedWithTheirRules() {
		InvalidInputException failure = new InvalidInputException(
				List.of(new Violation("title", "length", List.of(1, 200)),
						new Violation("prices", "price", List.of(10_000_000L))));

		assertThat(this.problems.faults(failure, Locale.ENGLISH)).containsExactly(
				new FieldFault("title", "Use 1 to 200 characters."),
				new FieldFault("prices", "A price must be a whole number of won from 1 to 10,000,000."));
		assertThat(this.problems.faults(failure, Locale.KOREAN).get(0).message()).isEqualTo("1~200자로 입력해 주세요.");
	}

	@Test
	void wrongTypesAreNamedByPathWithoutClassNames() throws Exception {
		assertThat(
				this.problems.faults(FailureCodeMapperTests.unreadable("{\"numbers\": [1, \"one\"]}"), Locale.ENGLISH))
			.containsExactly(new FieldFault("numbers[1]", "This value has the wrong type."));
		assertThat(this.problems.faults(FailureCodeMapperTests.mismatch(1), Locale.ENGLISH))
			.containsExactly(new FieldFault("count", "This value has the wrong type."));
		assertThat(this.problems.faults(new MissingServletRequestParameterException("q", "String"), Locale.ENGLISH))
			.containsExactly(new FieldFault("q", "This is required."));
	}

	@Test
	void refusalWithoutFieldsNamesNone() {
		assertThat(this.problems.faults(new NotFoundException(), Locale.ENGLISH)).isNull();
		assertThat(this.problems.faults(FailureCodeMapperTests.unreadable("{"), Locale.ENGLISH)).isNull();
	}

	private String detail(String code, Locale locale) {
		return this.problems.detail(ErrorCodes.of(code), details(), locale);
	}

	private static Map<String, Object> details() {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("seatNumbers", List.of(7, 8));
		details.put("balance", 1_000L);
		details.put("required", 150_000L);
		details.put("position", 1_234L);
		details.put("limit", 4L);
		return details;
	}

	private static JsonNode json(ResponseEntity<Problem> answer) {
		JsonMapper mapper = new JsonMapper();
		return mapper.readTree(mapper.writeValueAsString(answer.getBody()));
	}

	private static final class Fact extends Refusal {

		@Serial
		private static final long serialVersionUID = 1L;

		Fact(ErrorCode code, Map<String, Object> details) {
			super(code, details);
		}

	}

}
