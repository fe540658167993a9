package app.frontrow.shared.web.openapi;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeMap;

import app.frontrow.shared.error.ErrorCode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Adds problems to the responses of an operation: one response per status, with an
 * example for each code of that status.
 */
public final class OpenApiProblemResponses {

	private static final String PROBLEM_JSON = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

	private OpenApiProblemResponses() {
	}

	/**
	 * Adds responses with these codes to the operation.
	 */
	public static void add(Operation operation, Collection<ErrorCode> codes) {
		codes.forEach((code) -> add(operation.getResponses(), code));
	}

	/** Makes a response whose body is a problem. */
	static ApiResponse any(String description) {
		return new ApiResponse().description(description)
			.content(new Content().addMediaType(PROBLEM_JSON,
					new MediaType().schema(new Schema<>().$ref(OpenApiConfiguration.PROBLEM))));
	}

	private static void add(ApiResponses responses, ErrorCode code) {
		ApiResponse answer = responses.computeIfAbsent(String.valueOf(code.status().value()), (status) -> answer(code));
		MediaType problem = Objects.requireNonNull(answer.getContent().get(PROBLEM_JSON));
		problem.addExamples(code.code(), new Example().$ref("#/components/examples/" + code.code()));
		problem.setExamples(new TreeMap<>(problem.getExamples()));
		answer.setDescription("`" + String.join("`, `", problem.getExamples().keySet()) + "`");
	}

	private static ApiResponse answer(ErrorCode code) {
		ApiResponse answer = any("");
		if (code.equals(ErrorCode.TOO_MANY_REQUESTS) || code.equals(ErrorCode.TEMPORARILY_UNAVAILABLE)) {
			answer.addHeaderObject(HttpHeaders.RETRY_AFTER,
					new Header().description("Seconds after which to try again").required(true).schema(seconds()));
		}
		if (code.status() == HttpStatus.UNAUTHORIZED) {
			answer.addHeaderObject(HttpHeaders.WWW_AUTHENTICATE,
					new Header().description("The authentication scheme to use")
						.required(true)
						.schema(new StringSchema()));
		}
		return answer;
	}

	private static Schema<?> seconds() {
		IntegerSchema seconds = new IntegerSchema();
		seconds.setMinimum(BigDecimal.ONE);
		return seconds;
	}

}
