package app.frontrow.shared.error;

import java.util.List;
import java.util.Map;

/**
 * Refuses input because one or more fields break a rule.
 */
public class InvalidInputException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = ErrorCode.VALIDATION_FAILED;

	private static final long serialVersionUID = 1L;

	private final transient List<Violation> violations;

	/**
	 * Refuses input with these violations.
	 * @param violations at least one violation
	 */
	public InvalidInputException(List<Violation> violations) {
		super(CODE, Map.of());
		this.violations = List.copyOf(violations);
	}

	/**
	 * Refuses input because one field breaks a rule.
	 * @param field the name of the field as the caller knows it
	 * @param rule the broken rule; its message has the key {@code invalid.<rule>} in the
	 * bundle
	 * @param arguments the arguments of the message
	 */
	public InvalidInputException(String field, String rule, Object... arguments) {
		this(List.of(new Violation(field, rule, List.of(arguments))));
	}

	/**
	 * Returns the violations, in the order of the fields.
	 */
	public List<Violation> violations() {
		return (this.violations != null) ? this.violations : List.of();
	}

	/**
	 * One field that breaks one rule.
	 *
	 * @param field the name of the field as the caller knows it
	 * @param rule the rule; its message has the key {@code invalid.<rule>} in the bundle
	 * @param arguments the arguments of the message
	 */
	public record Violation(String field, String rule, List<Object> arguments) {
	}

}
