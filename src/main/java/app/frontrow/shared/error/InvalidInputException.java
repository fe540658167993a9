package app.frontrow.shared.error;

import java.util.List;
import java.util.Map;

/**
 * Input that breaks a rule of one or more fields.
 */
public class InvalidInputException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = ErrorCode.VALIDATION_FAILED;

	private static final long serialVersionUID = 1L;

	private final transient List<Violation> violations;

	/**
	 * Input with these faults.
	 * @param violations at least one
	 */
	public InvalidInputException(List<Violation> violations) {
		super(CODE, Map.of());
		this.violations = List.copyOf(violations);
	}

	/**
	 * Input with one fault.
	 * @param field the name of the field as the caller knows it
	 * @param rule the rule that is broken, key {@code invalid.<rule>} in the bundle
	 * @param arguments what the message of the rule mentions
	 */
	public InvalidInputException(String field, String rule, Object... arguments) {
		this(List.of(new Violation(field, rule, List.of(arguments))));
	}

	/**
	 * The faults, in the order of the fields.
	 */
	public List<Violation> violations() {
		return (this.violations != null) ? this.violations : List.of();
	}

	/**
	 * One field that breaks one rule.
	 *
	 * @param field the name of the field as the caller knows it
	 * @param rule the rule, key {@code invalid.<rule>} in the bundle
	 * @param arguments what the message mentions
	 */
	public record Violation(String field, String rule, List<Object> arguments) {
	}

}
