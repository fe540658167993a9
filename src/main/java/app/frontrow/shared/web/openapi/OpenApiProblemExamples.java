package app.frontrow.shared.web.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.ErrorCodes;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.problem.ProblemFactory;
import io.swagger.v3.oas.models.examples.Example;

/**
 * Makes an example of every problem for the OpenAPI document, with the real texts. An
 * example has exactly the members that a problem with its code always has.
 */
final class OpenApiProblemExamples {

	private final ProblemFactory problems;

	OpenApiProblemExamples(ProblemFactory problems) {
		this.problems = problems;
	}

	/** Returns the examples by code. */
	Map<String, Example> all() {
		Map<String, Example> examples = new LinkedHashMap<>();
		ErrorCodes.all()
			.forEach((code) -> examples.put(code.code(),
					new Example().summary(this.problems.title(code, Locale.ENGLISH)).value(example(code))));
		return examples;
	}

	private Map<String, Object> example(ErrorCode code) {
		Map<String, Object> details = details(code);
		Map<String, Object> example = new LinkedHashMap<>();
		example.put("type", "urn:frontrow:problem:" + code.code());
		example.put("title", this.problems.title(code, Locale.ENGLISH));
		example.put("status", code.status().value());
		example.put("detail", this.problems.detail(code, details, Locale.ENGLISH));
		example.put("instance", ApiPaths.V1 + "/…");
		example.put("code", code.code());
		example.putAll(details);
		return example;
	}

	private Map<String, Object> details(ErrorCode code) {
		Map<String, Object> details = new LinkedHashMap<>();
		if (code.equals(ErrorCode.VALIDATION_FAILED)) {
			details.put("errors", faults());
		}
		code.details()
			.stream()
			.filter((detail) -> !detail.sometimes())
			.forEach((detail) -> details.put(detail.name(), detail.example()));
		return details;
	}

	private List<Map<String, String>> faults() {
		return Objects
			.requireNonNull(this.problems.faults(new InvalidInputException("amount", "required"), Locale.ENGLISH))
			.stream()
			.map((fault) -> Map.of("field", fault.field(), "message", fault.message()))
			.toList();
	}

}
