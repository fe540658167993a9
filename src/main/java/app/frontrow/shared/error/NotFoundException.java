package app.frontrow.shared.error;

/**
 * The resource does not exist, or the caller may not know that it exists.
 */
public class NotFoundException extends Refusal {

	/** The code of the answer. */
	public static final ErrorCode CODE = ErrorCode.NOT_FOUND;

	private static final long serialVersionUID = 1L;

	/**
	 * Makes the refusal without details, so that it does not reveal what exists for
	 * others.
	 */
	public NotFoundException() {
		super(CODE);
	}

}
