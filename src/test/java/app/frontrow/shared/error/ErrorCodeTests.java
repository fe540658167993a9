package app.frontrow.shared.error;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Codes and statuses are a promise to every client: this is the table of the contract.
 */
class ErrorCodeTests {

	private static final String CONTRACT = """
			| status | codes |
			|---|---|
			| 400 | `validation-failed`, `malformed-request` |
			| 401 | `not-authenticated`, `bad-credentials`, `queue-token-invalid` (missing, malformed, forged, another member's) |
			| 403 | `forbidden`, `sales-not-open`, `not-your-turn` (token valid, still waiting; with `position`, `pollAfterMs`), `queue-token-wrong-concert` |
			| 404 | `not-found` (also for what belongs to somebody else) |
			| 405, 406, 415 | `method-not-allowed`, `not-acceptable`, `unsupported-media-type` |
			| 409 | `seat-taken` (with `seatNumbers`), `insufficient-balance` (with `balance`, `required`), `already-paid`, `not-cancellable`, `balance-limit-exceeded`, `seat-limit-exceeded`, `price-changed`, `total-too-high`, `opening-is-fixed`, `username-taken`, `concert-has-sales`, `shows-left-out` (with `shows`), `sold-out`, `request-in-progress` |
			| 410 | `queue-token-expired`, `hold-expired` |
			| 422 | `idempotency-key-reused` |
			| 429 | `too-many-requests` |
			| 503 | `temporarily-unavailable` (a store is down; nothing was done) |
			""";

	private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

	/** A module may add codes. */
	@Test
	void everyCodeOfTheContractHasItsStatus() {
		assertThat(statuses()).containsAllEntriesOf(contract()).containsEntry("unsupported-media-type", 415);
	}

	@Test
	void internalErrorIsNotInTheContract() {
		assertThat(ErrorCode.INTERNAL_ERROR.status().value()).isEqualTo(500);
	}

	private static Map<String, Integer> statuses() {
		return ErrorCodes.all()
			.stream()
			.filter((code) -> !code.equals(ErrorCode.INTERNAL_ERROR))
			.collect(Collectors.toMap(ErrorCode::code, (code) -> code.status().value()));
	}

	private static Map<String, Integer> contract() {
		Map<String, Integer> statuses = new TreeMap<>();
		CONTRACT.lines().skip(2).forEach((line) -> {
			String[] cells = line.split("\\|");
			String[] numbers = cells[1].strip().split(", ");
			Matcher codes = CODE.matcher(cells[2].replaceAll("\\([^)]*\\)", ""));
			for (int i = 0; codes.find(); i++) {
				statuses.put(codes.group(1), Integer.valueOf(numbers[Math.min(i, numbers.length - 1)]));
			}
		});
		return statuses;
	}

}
