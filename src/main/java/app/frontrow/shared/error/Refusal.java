package app.frontrow.shared.error;

import java.util.Map;

import org.springframework.http.HttpStatus;

/**
 * Says that the domain refuses a request and why. The request has changed nothing. The
 * name of a subclass states the reason and ends in {@code Exception}. A subclass has its
 * code as a public constant {@code CODE}. A refusal has no stack trace, because it is an
 * expected answer and not a defect.
 */
public abstract class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ErrorCode code;

	private final transient Map<String, Object> details;

	/**
	 * Makes a refusal with details that help the caller to continue.
	 * @param code the code of the answer
	 * @param details additional members of the answer, by name
	 */
	protected Refusal(ErrorCode code, Map<String, Object> details) {
		super(code.code() + " " + details, null, false, false);
		this.code = code;
		this.details = details;
	}

	/**
	 * Makes a refusal without details.
	 * @param code the code of the answer
	 */
	protected Refusal(ErrorCode code) {
		this(code, Map.of());
	}

	/**
	 * Returns the code of the answer.
	 */
	public ErrorCode code() {
		return this.code;
	}

	/**
	 * Returns whether a repeated request is always refused again. Such a refusal is
	 * recorded as the answer to the idempotency key of the request.
	 */
	public boolean isFinal() {
		return this.code.status() == HttpStatus.CONFLICT;
	}

	/**
	 * Returns the details that help the caller to continue, by name; never null.
	 */
	public Map<String, Object> details() {
		return (this.details != null) ? this.details : Map.of();
	}

}
