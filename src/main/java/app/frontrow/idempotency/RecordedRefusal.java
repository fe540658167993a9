package app.frontrow.idempotency;

import java.util.Map;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

/**
 * The refusal that the first request with this key was answered with.
 */
public class RecordedRefusal extends Refusal {

	private static final long serialVersionUID = 1L;

	RecordedRefusal(ErrorCode code, Map<String, Object> details) {
		super(code, details);
	}

}
