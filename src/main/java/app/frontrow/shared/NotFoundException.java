package app.frontrow.shared;

/**
 * There is no such thing, or none that the caller may know of.
 */
public class NotFoundException extends Refusal {

	private static final long serialVersionUID = 1L;

	/**
	 * Says nothing about what exists for others.
	 */
	public NotFoundException() {
		super(ErrorCode.NOT_FOUND);
	}

}
