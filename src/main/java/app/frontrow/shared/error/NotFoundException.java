package app.frontrow.shared.error;

/**
 * There is no such thing, or none that the caller may know of.
 */
public class NotFoundException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = ErrorCode.NOT_FOUND;

	private static final long serialVersionUID = 1L;

	/**
	 * Says nothing about what exists for others.
	 */
	public NotFoundException() {
		super(CODE);
	}

}
