package app.frontrow.shared.web.openapi;

import java.util.List;

import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.ErrorCodes;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiProblemResponsesTests {

	private final Operation operation = new Operation().responses(new ApiResponses());

	@Test
	void codesOfOneStatusShareAnAnswer() {
		OpenApiProblemResponses.add(this.operation, List.of(ErrorCodes.of("seat-taken"), ErrorCode.NOT_FOUND));
		OpenApiProblemResponses.add(this.operation,
				List.of(ErrorCodes.of("request-in-progress"), ErrorCodes.of("seat-taken")));

		assertThat(this.operation.getResponses()).containsOnlyKeys("409", "404");
		ApiResponse conflict = this.operation.getResponses().get("409");
		assertThat(conflict.getDescription()).isEqualTo("`request-in-progress`, `seat-taken`");
		assertThat(conflict.getContent().get("application/problem+json").getExamples()).containsOnlyKeys("seat-taken",
				"request-in-progress");
	}

	@ParameterizedTest
	@MethodSource("app.frontrow.shared.error.ErrorCodes#all")
	@ProvesRule(rule = "The document names the header of each answer 401", guard = "OpenApiProblemResponses.answer",
			brokenBy = "comparing with another status")
	void answersDescribeTheirHeaders(ErrorCode code) {
		OpenApiProblemResponses.add(this.operation, List.of(code));

		ApiResponse answer = this.operation.getResponses().values().iterator().next();
		boolean again = code.status().value() == 429 || code.status().value() == 503;
		assertThat(answer.getHeaders() != null && answer.getHeaders().containsKey("Retry-After")).isEqualTo(again);
		assertThat(answer.getHeaders() != null && answer.getHeaders().containsKey("WWW-Authenticate"))
			.isEqualTo(code.status().value() == 401);
	}

}
