package app.frontrow.idempotency;

import java.util.HashMap;
import java.util.Map;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

/**
 * Repeats the refusal that was recorded for the first request with this key. It is also
 * the first answer if a part of the work stays committed.
 */
public class RecordedRefusal extends Refusal {

	private static final long serialVersionUID = 1L;

	RecordedRefusal(ErrorCode code, Map<String, Object> details) {
		super(code, details);
	}

	/** Makes the same refusal with additional details. */
	static RecordedRefusal of(Refusal refusal, Map<String, Object> more) {
		Map<String, Object> details = new HashMap<>(refusal.details());
		details.putAll(more);
		return new RecordedRefusal(refusal.code(), details);
	}

}
