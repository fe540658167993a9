package app.frontrow.shared.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import app.frontrow.shared.ErrorCode;
import app.frontrow.shared.InvalidInputException;
import app.frontrow.shared.StoreOutage;
import io.swagger.v3.oas.models.examples.Example;

/**
 * An example of every problem for the document of the API, in the words that the product
 * uses. An example has exactly the members that a problem with its code has.
 */
final class ProblemExamples {

	private static final long CONCERT = 42;

	private final Problems problems;

	ProblemExamples(Problems problems) {
		this.problems = problems;
	}

	/** The examples by code. */
	Map<String, Example> all() {
		Map<String, Example> examples = new LinkedHashMap<>();
		Arrays.stream(ErrorCode.values())
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
		return switch (code) {
			case VALIDATION_FAILED -> Map.of("errors", faults());
			case SALES_NOT_OPEN -> Map.of("concertId", CONCERT, "salesOpenAt", "2026-05-01T11:00:00Z");
			case NOT_YOUR_TURN -> Map.of("concertId", CONCERT, "position", 1204, "pollAfterMs", 5200);
			case QUEUE_TOKEN_WRONG_CONCERT, SOLD_OUT, CONCERT_HAS_SALES, HOLD_EXPIRED -> Map.of("concertId", CONCERT);
			case SHOWS_LEFT_OUT ->
				Map.of("concertId", CONCERT, "shows", List.of(Map.of("id", 102, "startsAt", "2099-06-02T10:00:00Z")));
			case QUEUE_TOKEN_EXPIRED -> Map.of("concertId", CONCERT, "tokenStatus", "EXPIRED");
			case SEAT_TAKEN -> Map.of("seatNumbers", List.of(7, 8), "showId", 101);
			case SEAT_LIMIT_EXCEEDED -> Map.of("limit", 4, "concertId", CONCERT);
			case PRICE_CHANGED -> Map.of("expectedTotal", 180_000, "total", 198_000);
			case TOTAL_TOO_HIGH -> Map.of("total", 12_000_000, "limit", 10_000_000);
			case OPENING_IS_FIXED -> Map.of("concertId", CONCERT, "salesOpenAt", "2026-05-01T11:00:00Z");
			case INSUFFICIENT_BALANCE -> Map.of("balance", 89_999, "required", 90_000);
			case BALANCE_LIMIT_EXCEEDED -> Map.of("balance", 9_950_000, "limit", 10_000_000);
			case TOO_MANY_REQUESTS -> Map.of("retryAfterSeconds", 3);
			case TEMPORARILY_UNAVAILABLE -> Map.of("retryAfterSeconds", StoreOutage.RETRY_AFTER_SECONDS);
			default -> Map.of();
		};
	}

	private List<Map<String, String>> faults() {
		return this.problems.faults(new InvalidInputException("amount", "required"), Locale.ENGLISH)
			.stream()
			.map((fault) -> Map.of("field", fault.field(), "message", fault.message()))
			.toList();
	}

}
