package app.frontrow.waitingroom.policy;

import java.util.Map;

import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * Somebody else has changed the controls of the waiting room since the caller read them.
 */
public class ControlsChangedException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("controls-changed", HttpStatus.PRECONDITION_FAILED,
			"read the controls again, and repeat the change");

	private static final long serialVersionUID = 1L;

	ControlsChangedException() {
		super(CODE, Map.of());
	}

}
