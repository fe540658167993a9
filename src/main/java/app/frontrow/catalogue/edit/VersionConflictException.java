package app.frontrow.catalogue.edit;

import java.util.Map;

import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.Refusal;

import org.springframework.http.HttpStatus;

/**
 * Somebody else has changed the concert since the editor read it.
 */
public class VersionConflictException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = new ErrorCode("version-conflict", HttpStatus.PRECONDITION_FAILED,
			"read the concert again, and repeat the change with its `version`",
			Detail.number("version", "The version that the concert has now", 4));

	private static final long serialVersionUID = 1L;

	public VersionConflictException(int version) {
		super(CODE, Map.of("version", version));
	}

}
