package app.frontrow.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.ErrorCodes;
import app.frontrow.shared.error.Refusal;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Writes answers and refusals as JSON for their records, and reads them back.
 */
@Component
class OutcomeCodec {

	private final JsonMapper json;

	OutcomeCodec(JsonMapper json) {
		this.json = json;
	}

	String writeAnswer(Object answer) {
		return this.json.writeValueAsString(Map.of("answer", answer));
	}

	String writeRefusal(Refusal refusal) {
		return this.json.writeValueAsString(Map.of("refusal", refusal.code().code(), "details", refusal.details()));
	}

	/**
	 * Reads an answer.
	 * @throws RecordedRefusal if a refusal was written
	 */
	<T> T read(String written, Class<T> type) {
		Outcome outcome = this.json.readValue(written, Outcome.class);
		if (outcome.refusal() != null) {
			throw new RecordedRefusal(code(outcome.refusal()), outcome.details());
		}
		return this.json.convertValue(outcome.answer(), type);
	}

	/** Equal contents of requests have the same fingerprint. */
	String fingerprint(Object content) {
		try {
			byte[] text = this.json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** Converts the code of a record, because older versions wrote codes in capitals. */
	private static ErrorCode code(String recorded) {
		return ErrorCodes.of(recorded.toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	private record Outcome(Object answer, String refusal, Map<String, Object> details) {
	}

}
