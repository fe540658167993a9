package app.frontrow.shared.error;

import java.util.Map;

import org.springframework.http.HttpStatus;

/**
 * Something the domain refuses to do, as a fact with a code; nothing was changed.
 * Subclasses name the fact, end in {@code Exception} and have their code as a public
 * constant {@code CODE}. Carries no stack trace: a refusal is an answer, not a defect.
 */
public abstract class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ErrorCode code;

	private final transient Map<String, Object> details;

	/**
	 * A refusal with what helps the caller go on.
	 * @param code the code of the answer
	 * @param details members of the answer, by name
	 */
	protected Refusal(ErrorCode code, Map<String, Object> details) {
		super(code.code() + " " + details, null, false, false);
		this.code = code;
		this.details = details;
	}

	/**
	 * A refusal that says all by its code.
	 * @param code the code of the answer
	 */
	protected Refusal(ErrorCode code) {
		this(code, Map.of());
	}

	/**
	 * The code of the answer.
	 */
	public ErrorCode code() {
		return this.code;
	}

	/**
	 * Whether the same request is refused again, however often it is sent. Such a refusal
	 * is kept as the answer to its idempotency key.
	 */
	public boolean isFinal() {
		return this.code.status() == HttpStatus.CONFLICT;
	}

	/**
	 * What helps the caller go on, by name; never null.
	 */
	public Map<String, Object> details() {
		return (this.details != null) ? this.details : Map.of();
	}

}
